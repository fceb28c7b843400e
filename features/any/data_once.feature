# language: vi
@citizen @any
Tính năng: Điều nhà nước đã biết thì không hỏi lại

  Quy tắc: [91] Dữ liệu đã có trong cơ sở dữ liệu thì không đòi giấy tờ (63/2024/NĐ-CP Điều 4)

    Kịch bản: Chỉ gõ số định danh, phần còn lại được lấy về
      Biết Trần Thị Mai đã điền tờ khai khai sinh
      Khi Trần Thị Mai mở phần "Cha mẹ của em bé"
      Thì tờ khai không hỏi "Họ, chữ đệm, tên của mẹ"
      Và trang có:
        | Họ, chữ đệm, tên của mẹ | Trần Thị Mai             |
        | Họ, chữ đệm, tên của cha | Nguyễn Văn Hùng         |
        | Nơi cư trú của mẹ       | 12 phố Đội Cấn           |
        | Ngày sinh của cha       | Cơ sở dữ liệu dân cư (mô phỏng), lúc 09:00 ngày 20/11/2026 |

    Kịch bản: Cơ sở dữ liệu mất liên lạc thì người dân tự điền, không bị dừng lại
      Biết cơ sở dữ liệu dân cư mất liên lạc
      Khi Trần Thị Mai bắt đầu tờ khai khai sinh
      Và Trần Thị Mai mở phần "Cha mẹ của em bé"
      Và Trần Thị Mai điền:
        | Khai sinh cho em bé có cha mẹ nào? | Có cả cha và mẹ                  |
        | Số định danh cá nhân của mẹ        | 001192004321                     |
        | Số định danh cá nhân của cha       | 001090001234                     |
        | Quê quán của em bé                 | Phường Ba Đình, thành phố Hà Nội |
      Thì tờ khai hỏi "Họ, chữ đệm, tên của mẹ"

    Kịch bản: Không gõ đè được lên dữ liệu lấy từ cơ sở dữ liệu
      Biết Trần Thị Mai đã điền tờ khai khai sinh
      Khi Trần Thị Mai mở phần "Cha mẹ của em bé"
      Và Trần Thị Mai gửi thêm "Người Khác" vào ô "mother.full-name"
      Và Trần Thị Mai mở phần "Cha mẹ của em bé"
      Thì trang có:
        | Họ, chữ đệm, tên của mẹ | Trần Thị Mai |

    Kịch bản: Bảo hiểm xã hội không nhận gì về chỗ ở và chủ hộ
      Biết Trần Thị Mai đã nộp tờ khai khai sinh
      Và "Khai sinh" đã có kết quả
      Và "Thẻ BHYT" đã có kết quả
      Thì phần mềm bảo hiểm xã hội chỉ nhận cho "card.issue":
        | birth-certificate.number           |
        | birth-certificate.registered-on    |
        | birth-certificate.personal-id      |
        | birth-certificate.child-full-name  |
        | birth-certificate.child-birth-date |
        | birth-certificate.child-sex        |
        | card.facility                      |
        | card.guardian-name                 |
        | card.group                         |
        | card.benefit-level                 |
