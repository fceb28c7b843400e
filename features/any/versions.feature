# language: vi
@clock @any
Tính năng: Luật nào vào ngày nhận hồ sơ thì theo luật ấy đến cùng

  Quy tắc: [96] Quy trình của hồ sơ cố định từ ngày nhận (301/2026/NĐ-CP, chưa rõ điều)

    Khung kịch bản: Mỗi ngày có quy trình của ngày đó
      Biết lúc này là <ngày nhận>
      Và Trần Thị Mai đã nộp tờ khai khai sinh
      Thì hồ sơ theo quy trình "<quy trình>"
      Và Trần Thị Mai đọc thấy "Thời hạn là <số ngày> ngày làm việc"

      Dữ liệu:
        | ngày nhận                | quy trình     | số ngày |
        | thứ Hai 10/07/2023 09:00 | birth@2023-07 | 4       |
        | thứ Sáu 28/06/2024 09:00 | birth@2023-07 | 4       |
        | thứ Hai 01/07/2024 09:00 | birth@2024-07 | 3       |
        | thứ Ba 30/06/2026 09:00  | birth@2024-07 | 3       |
        | thứ Tư 01/07/2026 09:00  | birth@2026-07 | 3       |
        | thứ Hai 31/08/2026 09:00 | birth@2026-07 | 3       |
        | thứ Ba 01/09/2026 09:00  | birth@2026-09 | 3       |

    Kịch bản: Trước ngày 10/07/2023 chưa có nhóm liên thông
      Biết lúc này là thứ Sáu 07/07/2023 09:00
      Khi có người mở trang "/khai-sinh"
      Thì trang trả lời mã 404

    Kịch bản: Điền trước, nộp sau ngày luật đổi thì điền thêm đúng phần mới
      Biết lúc này là thứ Hai 31/08/2026 20:00
      Và Trần Thị Mai đã điền tờ khai khai sinh
      Khi đến thứ Ba 01/09/2026 08:00
      Và Trần Thị Mai mở phần "Thẻ bảo hiểm y tế và thẻ căn cước"
      Và Trần Thị Mai điền:
        | Bạn có làm luôn thẻ căn cước cho em bé? | Không |
      Và Trần Thị Mai nộp tờ khai
      Thì hồ sơ theo quy trình "birth@2026-09"

    Kịch bản: Luật đổi giữa chừng không đổi hạn và các bước của hồ sơ đã nhận
      Biết lúc này là thứ Ba 30/06/2026 14:00
      Và Trần Thị Mai đã nộp tờ khai khai sinh
      Và "Khai sinh" đã có kết quả
      Khi đến thứ Tư 01/07/2026 09:00
      Và công an xã làm bước "Tiếp nhận"
      Thì hạn của "Thường trú" là 02/07/2026 17:00
      Và công an xã làm được bước "Xác minh chỗ ở"
