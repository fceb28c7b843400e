# language: vi
@clerk @death
Tính năng: Ai giữ hồ sơ
  Cán bộ nhận việc từ hàng chung, trả lại hoặc giao cho đồng nghiệp cùng cơ quan; lần nào cũng có lý do trong nhật ký.

  Bối cảnh:
    Biết Nguyễn Thị Hòa đã nộp tờ khai khai tử

  Quy tắc: [98] Mỗi thủ tục cho biết đang ở đâu, ai giữ (174/CV-BCĐ, chưa rõ điều)

    Kịch bản: Nhận xử lý
      Khi cán bộ hộ tịch nhận xử lý hồ sơ
      Thì cán bộ hộ tịch giữ hồ sơ
      Và trang ghi "Đã ghi nhận: Nhận xử lý."

    Kịch bản: Hồ sơ đã có người giữ thì không nhận được nữa
      Biết cán bộ hộ tịch đã nhận xử lý hồ sơ
      Khi lãnh đạo hộ tịch tự gửi yêu cầu nhận hồ sơ
      Thì trang trả lời mã 409
      Và trang ghi "đang giữ hồ sơ này."
      Và cán bộ hộ tịch giữ hồ sơ

    Kịch bản: Trả lại hàng chung với lý do
      Biết cán bộ hộ tịch đã nhận xử lý hồ sơ
      Khi cán bộ hộ tịch trả lại hồ sơ vì "Chuyển sang việc khác"
      Thì chưa ai giữ hồ sơ của cán bộ hộ tịch
      Và cán bộ hộ tịch đọc thấy "Chuyển sang việc khác"

    Kịch bản: Không có lý do thì không trả lại được
      Biết cán bộ hộ tịch đã nhận xử lý hồ sơ
      Khi cán bộ hộ tịch trả lại hồ sơ vì ""
      Thì trang trả lời mã 422
      Và cán bộ hộ tịch giữ hồ sơ

    Kịch bản: Cán bộ không trả lại hồ sơ của người khác
      Biết lãnh đạo hộ tịch đã nhận xử lý hồ sơ
      Khi cán bộ hộ tịch tự gửi yêu cầu trả lại hồ sơ
      Thì trang trả lời mã 403
      Và trang ghi "Chỉ người đang giữ hồ sơ hoặc lãnh đạo cơ quan làm được việc này."
      Và lãnh đạo hộ tịch giữ hồ sơ

    Kịch bản: Lãnh đạo giao cho cán bộ
      Khi lãnh đạo hộ tịch giao hồ sơ cho cán bộ hộ tịch vì "Đúng địa bàn phụ trách"
      Thì cán bộ hộ tịch giữ hồ sơ
      Và cán bộ hộ tịch đọc thấy "Đúng địa bàn phụ trách"
      Và khi mở hồ sơ Nguyễn Thị Hòa không thấy "Đúng địa bàn phụ trách"

    Kịch bản: Không giao sang cơ quan khác
      Khi cán bộ hộ tịch tự gửi yêu cầu giao hồ sơ cho "hotich.hoankiem"
      Thì trang trả lời mã 422
      Và trang ghi "Hãy chọn một đồng nghiệp đang làm việc ở cơ quan của bạn."
      Và chưa ai giữ hồ sơ của cán bộ hộ tịch
