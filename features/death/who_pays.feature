# language: vi
@clock @death
Tính năng: Ai trả mai táng phí, và trong bao lâu
  Diện của người mất chọn đúng một cơ quan chi trả và thời hạn của cả nhóm.

  Quy tắc: [69, 76, 77] Bảo hiểm xã hội 9 ngày, bảo trợ xã hội 6 hoặc 11 ngày, người có công 18 ngày làm việc (296/QĐ-VPCP, chưa rõ điều; 176/2025/NĐ-CP Điều 5)

    Khung kịch bản: Ngày hẹn theo cơ quan chi trả, với cách tính
      Biết lúc này là thứ Hai 06/07/2026 09:00
      Và <người khai> đã điền tờ khai khai tử:
        | Bạn muốn làm những thủ tục nào? | three |
      Khi <người khai> nộp tờ khai
      Thì trang giải thích ngày hẹn:
        | Thời hạn là <số ngày> ngày làm việc, tính từ ngày làm việc liền sau ngày tiếp nhận. |
        | Hạn trả kết quả là 17:00 <ngày hẹn>.                                               |
        | Căn cứ thời hạn: 296/QĐ-VPCP.                                                      |
      Và hồ sơ gồm các thủ tục:
        | Đăng ký khai tử |
        | Xóa thường trú  |
        | <chi trả>       |

      Dữ liệu:
        | người khai     | số ngày | ngày hẹn           | chi trả      |
        | Nguyễn Thị Hòa | 9       | thứ Sáu 17/07/2026 | Mai táng phí |
        | Má Thị Sở      | 6       | thứ Ba 14/07/2026  | Mai táng phí |
        | Lê Thị Hạnh    | 18      | thứ Năm 30/07/2026 | Người có công |

    Kịch bản: Thuộc nhiều diện thì chỉ một khoản, mức cao nhất
      Biết Nguyễn Thị Hòa đã điền tờ khai khai tử:
        | Bạn muốn làm những thủ tục nào? | three |
      Khi Nguyễn Thị Hòa mở phần "Người mất thuộc diện nào"
      Thì trang ghi "Thuộc nhiều diện thì chỉ nhận một khoản, mức cao nhất: hãy chọn diện đó."

    Khung kịch bản: Tiền do đúng một cơ quan quyết định
      Biết <người khai> đã nộp tờ khai khai tử:
        | Bạn muốn làm những thủ tục nào? | three |
      Và "Khai tử" đã có kết quả
      Khi <cán bộ> làm bước "Tiếp nhận"
      Và <cán bộ> làm bước "<duyệt>"
      Thì kết quả "<quyết định>" có:
        | Số tiền         | <số tiền>    |
        | Người nhận tiền | <người khai> |
      Và hồ sơ ghi "Đã có đủ kết quả"

      Dữ liệu:
        | người khai     | cán bộ                 | duyệt                            | quyết định                                               | số tiền      |
        | Nguyễn Thị Hòa | cán bộ bảo hiểm xã hội | Duyệt hưởng trợ cấp mai táng     | Quyết định hưởng trợ cấp mai táng                        | 23.400.000 đ |
        | Má Thị Sở      | cán bộ bảo trợ xã hội  | Duyệt hỗ trợ chi phí mai táng    | Quyết định hỗ trợ chi phí mai táng                       | 10.000.000 đ |
        | Lê Thị Hạnh    | cán bộ người có công   | Duyệt mai táng phí, trợ cấp tuất | Quyết định mai táng phí, trợ cấp tuất đối với người có công | 23.400.000 đ |

  Quy tắc: [81] Đã nộp đơn hưu trí xã hội mà mất trước khi có quyết định thì vẫn được hỗ trợ (176/2025/NĐ-CP Điều 5)

    Kịch bản: Tờ khai nói rõ diện này, và bảo trợ xã hội chi trả
      Biết Má Thị Sở đã nộp tờ khai khai tử:
        | Bạn muốn làm những thủ tục nào?    | three                                                          |
        | Khi mất, người mất thuộc diện nào? | Hưởng trợ cấp xã hội hoặc trợ cấp hưu trí xã hội hằng tháng |
      Khi Má Thị Sở mở hồ sơ
      Thì hồ sơ gồm các thủ tục:
        | Đăng ký khai tử |
        | Xóa thường trú  |
        | Mai táng phí    |

  Quy tắc: [77] Tuất của người có công nằm trong cùng một quyết định, không thành thủ tục riêng (296/QĐ-VPCP, chưa rõ điều)

    Kịch bản: Chọn 4 thủ tục cho người có công
      Biết Lê Thị Hạnh đã nộp tờ khai khai tử:
        | Bạn muốn làm những thủ tục nào? | four |
      Thì hồ sơ gồm các thủ tục:
        | Đăng ký khai tử |
        | Xóa thường trú  |
        | Người có công   |
