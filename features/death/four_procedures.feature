# language: vi
@chain @death
Tính năng: Bốn thủ tục sau khi có người mất, gồm cả trợ cấp tuất một lần
  Ba cơ quan và hai thân nhân, nhưng gia đình chỉ khai một lần và xem mọi kết quả trên một trang.

  Quy tắc: [64] Người khai chọn 2, 3 hoặc 4 thủ tục; tờ khai chỉ hỏi điều cần cho lựa chọn đó (296/QĐ-VPCP, chưa rõ điều)

    Kịch bản: Từ trang đầu của tờ khai đến quyết định cuối cùng
      Khi Nguyễn Thị Hòa điền tờ khai khai tử:
        | Bạn muốn làm những thủ tục nào? | 4 thủ tục: khai tử, xóa đăng ký thường trú, mai táng phí, tử tuất |
      Và Nguyễn Thị Hòa nộp tờ khai
      Thì hồ sơ gồm các thủ tục:
        | Đăng ký khai tử |
        | Xóa thường trú  |
        | Mai táng phí    |
        | Tử tuất         |
      Khi cán bộ hộ tịch làm bước "Tiếp nhận"
      Và cán bộ hộ tịch làm bước "Chuyển ký"
      Và lãnh đạo hộ tịch làm bước "Ký, ghi sổ khai tử"
      Thì hồ sơ ghi "Đang chờ người liên quan đồng ý"
      Khi Trần Thị Lan đồng ý
      Và Nguyễn Văn Bình đồng ý
      Thì hồ sơ ghi "Bảo hiểm xã hội đang giải quyết"
      Khi cán bộ bảo hiểm xã hội làm bước "Tiếp nhận" của "Trợ cấp mai táng từ bảo hiểm xã hội"
      Và cán bộ bảo hiểm xã hội làm bước "Duyệt hưởng trợ cấp mai táng" của "Trợ cấp mai táng từ bảo hiểm xã hội"
      Và cán bộ bảo hiểm xã hội làm bước "Tiếp nhận" của "Chế độ tử tuất"
      Và cán bộ bảo hiểm xã hội làm bước "Duyệt hưởng chế độ tử tuất" của "Chế độ tử tuất"
      Thì kết quả "Trích lục khai tử" có:
        | Số               | 1/2026        |
        | Họ tên người mất | Nguyễn Văn An |
      Và kết quả "Thông báo xóa đăng ký thường trú" có:
        | Số | 00004-XTT-2026-0001 |
      Và kết quả "Quyết định hưởng trợ cấp mai táng" có:
        | Số tiền         | 23.400.000 đ   |
        | Người nhận tiền | Nguyễn Thị Hòa |
      Và kết quả "Quyết định hưởng chế độ tử tuất" có:
        | Số tiền            | 28.080.000 đ   |
        | Người đại diện nhận | Nguyễn Thị Hòa |
      Và hồ sơ ghi "Đã có đủ kết quả"

    Kịch bản: Chọn 4 thủ tục thì tờ khai hỏi thêm về người lo tang và các thân nhân
      Biết Nguyễn Thị Hòa đã điền tờ khai khai tử:
        | Bạn muốn làm những thủ tục nào? | four |
      Khi Nguyễn Thị Hòa mở trang "/khai-tu/viec"
      Thì tờ khai có các phần:
        | Những việc cần làm             |
        | Bạn                            |
        | Người mất                      |
        | Ngày mất và nơi mất            |
        | Nơi cư trú cuối cùng           |
        | Người mất thuộc diện nào       |
        | Người lo tang và nơi nhận tiền |
        | Thân nhân hưởng tuất           |
        | Giấy tờ chứng minh             |
        | Nhận kết quả                   |

    Kịch bản: Bảo trợ xã hội không có chế độ tử tuất
      Khi Võ Văn Tâm điền tờ khai khai tử:
        | Bạn muốn làm những thủ tục nào? | four |
      Thì trang ghi "Bảo trợ xã hội không có chế độ tử tuất nên chỉ làm mai táng phí."
      Khi Võ Văn Tâm nộp tờ khai
      Và cán bộ hộ tịch làm bước "Tiếp nhận"
      Và cán bộ hộ tịch làm bước "Chuyển ký"
      Và lãnh đạo hộ tịch làm bước "Ký, ghi sổ khai tử"
      Thì "Dừng trợ cấp tuất hằng tháng của người mất" đang ở "Mới tiếp nhận"

  Quy tắc: [73] Chỉ phần tử tuất chờ thân nhân; mai táng phí không chờ (296/QĐ-VPCP, chưa rõ điều)

    Kịch bản: Mai táng phí có trước
      Biết Nguyễn Thị Hòa đã nộp tờ khai khai tử:
        | Bạn muốn làm những thủ tục nào? | four |
      Và "Khai tử" đã có kết quả
      Khi cán bộ bảo hiểm xã hội làm bước "Tiếp nhận" của "Trợ cấp mai táng từ bảo hiểm xã hội"
      Và cán bộ bảo hiểm xã hội làm bước "Duyệt hưởng trợ cấp mai táng" của "Trợ cấp mai táng từ bảo hiểm xã hội"
      Thì "Trợ cấp mai táng từ bảo hiểm xã hội" đang ở "Đã có kết quả"
      Và "Tử tuất" đang ở "Chờ thân nhân xác nhận trên VNeID"
