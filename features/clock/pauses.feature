# language: vi
@clock @birth
Tính năng: Lúc nào đồng hồ dừng, lúc nào tính lại
  Thời gian chờ người dân hay người có liên quan không phải là thời gian của cơ quan.

  Quy tắc: [34] Thời hạn cư trú chỉ chạy khi có giấy khai sinh và chủ hộ đã đồng ý (63/2024/NĐ-CP Điều 8)

    Bối cảnh:
      Biết lúc này là thứ Hai 02/03/2026 09:00
      Và Giàng Thị Mai đã nộp tờ khai khai sinh
      Và "Khai sinh" đã có kết quả

    Kịch bản: Chờ chủ hộ thì đồng hồ đứng yên
      Khi đến thứ Tư 04/03/2026 10:00
      Thì "Thường trú" chưa tính hạn trong lúc chờ
      Và Giàng Thị Mai biết đồng hồ đang dừng
      Và Giàng Thị Mai đọc thấy "Thời gian chờ không tính vào thời hạn giải quyết."

    Kịch bản: Chủ hộ đồng ý lúc nào thì hạn 2 ngày tính từ lúc đó
      Khi đến thứ Tư 04/03/2026 14:00
      Và Giàng Thị Sua đồng ý
      Thì hạn của "Thường trú" là 06/03/2026 17:00
      Và Giàng Thị Mai được hẹn trả kết quả vào 09/03/2026 17:00
      Và trang giải thích ngày hẹn:
        | Thời hạn là 3 ngày làm việc, tính từ ngày làm việc liền sau ngày tiếp nhận.                   |
        | Đồng hồ dừng từ 09:00 ngày 02/03/2026 đến 14:00 ngày 04/03/2026: không tính 2 ngày làm việc. |
        | Hạn trả kết quả là 17:00 thứ Hai 09/03/2026.                                                  |

    Kịch bản: Đồng ý sau 15 giờ thì tính từ ngày làm việc sau
      Khi đến thứ Tư 04/03/2026 15:30
      Và Giàng Thị Sua đồng ý
      Thì hạn của "Thường trú" là 09/03/2026 17:00

  Quy tắc: [26] Người dân có 7 ngày làm việc để bổ sung; bổ sung xong thì hạn tính lại từ đầu (63/2024/NĐ-CP Điều 8)

    Kịch bản: Bổ sung rồi thì hạn của thẻ tính lại từ lúc bổ sung
      Biết lúc này là thứ Hai 02/03/2026 09:00
      Và Trần Thị Mai đã nộp tờ khai khai sinh
      Và "Khai sinh" đã có kết quả
      Và cán bộ bảo hiểm xã hội đã làm bước "Tiếp nhận"
      Và cán bộ bảo hiểm xã hội đã làm bước "Yêu cầu bổ sung":
        | Mọi điều còn thiếu, mỗi dòng một điều | Nơi khám bệnh ban đầu |
      Khi đến thứ Năm 05/03/2026 10:00
      Thì "Thẻ BHYT" chưa tính hạn trong lúc chờ
      Khi Trần Thị Mai bổ sung "Bệnh viện Bạch Mai"
      Thì hạn của "Thẻ BHYT" là 09/03/2026 17:00
