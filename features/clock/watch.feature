# language: vi
@clock @birth
Tính năng: Hạn được canh, người nộp được xin lỗi một lần
  Không ai phải ngồi dò hồ sơ trễ: mỗi mốc tự báo đúng một lần, đúng người.

  Bối cảnh:
    Biết lúc này là thứ Hai 02/03/2026 09:00
    Và Trần Thị Mai đã nộp tờ khai khai sinh

  Quy tắc: [98] Ai giữ hồ sơ cũng biết còn bao nhiêu thời gian (174/CV-BCĐ, chưa rõ điều)

    Kịch bản: Dùng hết nửa thời hạn thì cơ quan được nhắc
      Khi đến thứ Hai 02/03/2026 13:44
      Thì cán bộ hộ tịch chưa có cảnh báo "“Khai sinh” đã dùng một nửa thời hạn."
      Khi đến thứ Hai 02/03/2026 13:45
      Thì cán bộ hộ tịch có 1 cảnh báo "“Khai sinh” đã dùng một nửa thời hạn."

    Kịch bản: Còn bốn giờ làm việc cuối, không tính giờ nghỉ trưa
      Khi đến thứ Hai 02/03/2026 12:59
      Thì cán bộ hộ tịch chưa có cảnh báo "“Khai sinh” còn không quá 4 giờ làm việc."
      Khi đến thứ Hai 02/03/2026 13:00
      Thì cán bộ hộ tịch có 1 cảnh báo "“Khai sinh” còn không quá 4 giờ làm việc."

  Quy tắc: [87] Quá hạn thì xin lỗi, nêu lý do và ngày hẹn mới (63/2024/NĐ-CP Điều 7)

    Kịch bản: Đúng giờ hẹn thì chưa trễ, qua giờ hẹn thì xin lỗi và báo lãnh đạo
      Khi đến thứ Hai 02/03/2026 17:00
      Thì Trần Thị Mai chưa nhận lời xin lỗi nào
      Khi đến thứ Hai 02/03/2026 17:01
      Thì Trần Thị Mai nhận 1 lời xin lỗi
      Và Trần Thị Mai đọc thấy "chưa giải quyết xong, hồ sơ đang ở bước “Mới tiếp nhận”"
      Và Trần Thị Mai đọc thấy "Ngày hẹn mới: 17 giờ, thứ Ba 03/03/2026."
      Và lãnh đạo hộ tịch có 1 cảnh báo "“Khai sinh” đã quá hạn 17:00 thứ Hai 02/03/2026"
      Và người giám sát có 1 cảnh báo "“Khai sinh” đã quá hạn"

    Kịch bản: Qua cả ngày hẹn mới thì báo lãnh đạo lần nữa, không hẹn lần hai
      Khi đến thứ Ba 03/03/2026 17:01
      Thì Trần Thị Mai nhận 1 lời xin lỗi
      Và Trần Thị Mai nhận được thông báo "“Khai sinh” vẫn chưa xong sau ngày hẹn lại; không hẹn lần thứ hai, lãnh đạo cơ quan đã được báo."
      Và lãnh đạo hộ tịch có 1 cảnh báo "không hẹn lần thứ hai"

    Kịch bản: Xong trong hạn thì không ai bị báo gì
      Biết "Khai sinh" đã có kết quả
      Khi đến thứ Hai 02/03/2026 17:01
      Thì Trần Thị Mai chưa nhận lời xin lỗi nào
      Và cán bộ hộ tịch chưa có cảnh báo "“Khai sinh”"

    Kịch bản: Cán bộ sửa lý do một lần
      Khi đến thứ Hai 02/03/2026 17:01
      Và cán bộ hộ tịch viết lại lý do trễ "Mất điện cả buổi chiều ở trụ sở"
      Thì Trần Thị Mai đọc thấy "Mất điện cả buổi chiều ở trụ sở"
      Khi cán bộ hộ tịch viết lại lý do trễ bằng tay "Lý do khác hẳn lần trước"
      Thì trang trả lời mã 422
      Và trang ghi "Lý do chỉ sửa được một lần, và đã được sửa."
