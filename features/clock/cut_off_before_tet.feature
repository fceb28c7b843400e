# language: vi
@clock @birth
Tính năng: Hồ sơ nộp trước và sau 15 giờ, ngay trước Tết
  Người dân được biết ngày hẹn và đọc được vì sao là ngày đó.

  Quy tắc: [82] Hồ sơ nộp sau 15 giờ được tính là nhận vào ngày làm việc liền sau (63/2024/NĐ-CP Điều 7)

    Kịch bản: Nộp lúc 14 giờ 59 ngày làm việc cuối cùng trước Tết
      Biết lúc này là thứ Sáu 13/02/2026 14:59
      Và Trần Thị Mai đã điền tờ khai khai sinh
      Khi Trần Thị Mai nộp tờ khai
      Thì trang ghi "Hẹn trả kết quả: 17 giờ, thứ Tư 25/02/2026."
      Và trang giải thích ngày hẹn:
        | Hồ sơ nộp lúc 14:59 thứ Sáu 13/02/2026, không muộn hơn 15:00, nên được tính là tiếp nhận ngay trong ngày đó. |
        | Thời hạn là 3 ngày làm việc, tính từ ngày làm việc liền sau ngày tiếp nhận.                                  |
        | Không tính 16/02/2026–20/02/2026: nghỉ Tết Nguyên đán (Bộ luật Lao động Điều 112).                           |
        | Hạn trả kết quả là 17:00 thứ Tư 25/02/2026.                                                                  |
      Và Trần Thị Mai được hẹn trả kết quả vào 25/02/2026 17:00

    Kịch bản: Hai phút sau thì hạn dời một ngày làm việc
      Biết lúc này là thứ Sáu 13/02/2026 15:01
      Và Trần Thị Mai đã điền tờ khai khai sinh
      Khi Trần Thị Mai nộp tờ khai
      Thì trang ghi "sau 15:00, nên được tính là tiếp nhận vào ngày làm việc liền sau là thứ Hai 23/02/2026."
      Và trang giải thích ngày hẹn:
        | Hạn trả kết quả là 17:00 thứ Năm 26/02/2026. |
      Và Trần Thị Mai được hẹn trả kết quả vào 26/02/2026 17:00

    Kịch bản: Đúng 15 giờ vẫn còn trong ngày
      Biết lúc này là thứ Sáu 13/02/2026 15:00
      Và Trần Thị Mai đã điền tờ khai khai sinh
      Khi Trần Thị Mai nộp tờ khai
      Thì Trần Thị Mai được hẹn trả kết quả vào 25/02/2026 17:00

  Quy tắc: [25] Hồ sơ đủ trước 15 giờ thì đăng ký khai sinh ngay trong ngày (63/2024/NĐ-CP Điều 8)

    Khung kịch bản: Hạn của phần khai sinh
      Biết lúc này là <nộp>
      Khi Trần Thị Mai điền tờ khai khai sinh
      Và Trần Thị Mai nộp tờ khai
      Thì hạn của "Khai sinh" là <hạn>

      Dữ liệu:
        | nộp                      | hạn              |
        | thứ Năm 12/02/2026 14:30 | 12/02/2026 17:00 |
        | thứ Năm 12/02/2026 15:30 | 13/02/2026 17:00 |
        | thứ Bảy 14/02/2026 09:00 | 23/02/2026 17:00 |
