# language: vi
@citizen @birth
Tính năng: Thẻ căn cước của em bé, từ ngày 01/09/2026
  Văn bản mới chưa đọc được nguyên văn, nên trang nói rõ đây là tạm thời.

  Quy tắc: [56] Chỉ làm thẻ căn cước khi người khai chọn (301/2026/NĐ-CP, chưa rõ điều)

    Kịch bản: Không chọn
      Khi Trần Thị Mai điền tờ khai khai sinh
      Thì trang ghi "Bạn không chọn làm thẻ căn cước cho em bé."
      Khi Trần Thị Mai nộp tờ khai
      Thì hồ sơ gồm các thủ tục:
        | Đăng ký khai sinh |
        | Thường trú        |
        | Thẻ BHYT          |

    Kịch bản: Có chọn
      Biết Trần Thị Mai đã nộp tờ khai khai sinh:
        | Bạn có làm luôn thẻ căn cước cho em bé? | Có |
      Và "Khai sinh" đã có kết quả
      Và "Thường trú" đã có kết quả
      Và "Thẻ BHYT" đã có kết quả
      Khi công an xã làm bước "Tiếp nhận" của "Thẻ căn cước"
      Và công an xã làm bước "Duyệt cấp thẻ căn cước" của "Thẻ căn cước"
      Thì kết quả "Thẻ căn cước" có:
        | Số thẻ         | 001326379009 |
        | Có giá trị đến | 16/11/2040   |
      Và hồ sơ ghi "Đã có đủ kết quả"

    Kịch bản: Thời hạn có thẻ căn cước chưa rõ, và trang nói như vậy
      Biết Trần Thị Mai đã nộp tờ khai khai sinh:
        | Bạn có làm luôn thẻ căn cước cho em bé? | Có |
      Khi Trần Thị Mai mở hồ sơ
      Thì trang ghi "Thời hạn của cả nhóm khi có thẻ căn cước chưa rõ."
      Và trang ghi "Quy trình birth@2026-09 còn tạm thời"

  Quy tắc: [57] Nộp trước 01/09/2026 thì giữ tờ khai cũ và ba thủ tục (301/2026/NĐ-CP, chưa rõ điều)

    Kịch bản: Ngày 31/08/2026 tờ khai chưa hỏi về thẻ căn cước
      Biết lúc này là thứ Hai 31/08/2026 09:00
      Và Trần Thị Mai đã điền tờ khai khai sinh
      Khi Trần Thị Mai mở phần "Thẻ bảo hiểm y tế"
      Thì tờ khai không hỏi "Bạn có làm luôn thẻ căn cước cho em bé?"

    Kịch bản: Hồ sơ nộp ngày 31/08 giải quyết sau 01/09 vẫn theo cách cũ
      Biết lúc này là thứ Hai 31/08/2026 09:00
      Và Trần Thị Mai đã nộp tờ khai khai sinh
      Khi đến thứ Năm 03/09/2026 09:00
      Và các cơ quan đưa "Khai sinh" đến kết quả
      Và các cơ quan đưa "Thường trú" đến kết quả
      Và các cơ quan đưa "Thẻ BHYT" đến kết quả
      Thì hồ sơ gồm các thủ tục:
        | Đăng ký khai sinh                              |
        | Đăng ký thường trú                             |
        | Cấp thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi   |
      Và hồ sơ ghi "Đã có đủ kết quả"
