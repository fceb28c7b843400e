# language: vi
@clerk @death
Tính năng: Ghi chú nội bộ và ý kiến thứ hai

  Bối cảnh:
    Biết Nguyễn Thị Hòa đã nộp tờ khai khai tử

  Quy tắc: [85] Mỗi người chỉ thấy dữ liệu cần cho việc của mình (63/2024/NĐ-CP Điều 7)

    Kịch bản: Đồng nghiệp đọc được ghi chú, người dân thì không
      Khi cán bộ hộ tịch ghi chú "Chữ ký trên giấy báo tử hơi mờ"
      Thì lãnh đạo hộ tịch đọc thấy "Chữ ký trên giấy báo tử hơi mờ"
      Và khi mở hồ sơ Nguyễn Thị Hòa không thấy "Chữ ký trên giấy báo tử hơi mờ"
      Và khi mở hồ sơ Nguyễn Thị Hòa không thấy "Ghi chú nội bộ"

    Kịch bản: Ghi chú trống không được lưu
      Khi cán bộ hộ tịch ghi chú ""
      Thì trang trả lời mã 422
      Và lãnh đạo hộ tịch đọc thấy "Chưa có ghi chú."

    Kịch bản: Hỏi lãnh đạo, hồ sơ vẫn giải quyết được
      Khi cán bộ hộ tịch xin ý kiến lãnh đạo hộ tịch: "Giấy báo tử này có đủ không?"
      Thì cán bộ hộ tịch đọc thấy "Còn câu hỏi chưa được trả lời. Hồ sơ vẫn giải quyết được."
      Khi cán bộ hộ tịch làm bước "Tiếp nhận"
      Và lãnh đạo hộ tịch trả lời "Không đồng ý": "Cần bản có dấu."
      Thì cán bộ hộ tịch đọc thấy "Không đồng ý Cần bản có dấu."

    Kịch bản: Chỉ người được hỏi trả lời
      Biết cán bộ hộ tịch đã xin ý kiến lãnh đạo hộ tịch: "Giấy báo tử này có đủ không?"
      Khi lãnh đạo hộ tịch mở trang người xử lý hồ sơ
      Và cán bộ hộ tịch tự gửi câu trả lời của người khác
      Thì trang trả lời mã 403
      Và trang ghi "Câu hỏi này dành cho người khác."
