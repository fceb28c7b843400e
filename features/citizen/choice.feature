# language: vi
@citizen @any
Tính năng: Chọn thủ tục, biết trước mỗi lựa chọn kéo theo điều gì

  Quy tắc: [56] Thẻ căn cước chỉ khi gia đình chọn (301/2026/NĐ-CP, chưa rõ điều)

    Kịch bản: Có hay không làm thẻ căn cước: thủ tục và thời hạn tính từ định nghĩa
      Khi có người trả lời những câu đầu của tờ khai khai sinh:
        | Ngày, tháng, năm sinh               | 16/11/2026            |
        | Em bé đăng ký thường trú theo ai?   | Nơi thường trú của mẹ |
        | Em bé đã có thẻ bảo hiểm y tế chưa? | Không                 |
      Thì lựa chọn "Không" nói rõ:
        | Thời hạn: 3 ngày làm việc           |
        | Khoảng 16 câu hỏi cho cả tờ khai    |
      Và lựa chọn "Có" nói rõ:
        | Cấp thẻ căn cước                              |
        | Thời hạn: 8 ngày làm việc – tạm thời          |

  Quy tắc: [64] Người khai chọn 2, 3 hoặc 4 thủ tục; giấy tờ theo lựa chọn (296/QĐ-VPCP, chưa rõ điều)

    Kịch bản: Ba mức sau khi có người mất
      Khi có người trả lời những câu đầu của tờ khai khai tử:
        | Bạn là gì của người mất?           | Con                                                      |
        | Khi mất, người mất thuộc diện nào? | Hưởng lương hưu hoặc trợ cấp bảo hiểm xã hội hằng tháng |
        | Trường hợp nào đúng với người mất? | Mất tại cơ sở khám bệnh, chữa bệnh                       |
      Thì lựa chọn "2 thủ tục: khai tử, xóa đăng ký thường trú" nói rõ:
        | Thời hạn: 1 ngày làm việc |
      Và lựa chọn "3 thủ tục: khai tử, xóa đăng ký thường trú, mai táng phí" nói rõ:
        | Trợ cấp mai táng từ bảo hiểm xã hội |
        | Thời hạn: 9 ngày làm việc           |
      Và lựa chọn "4 thủ tục: khai tử, xóa đăng ký thường trú, mai táng phí, tử tuất" nói rõ:
        | Chế độ tử tuất            |
        | Thời hạn: 9 ngày làm việc |

    Kịch bản: Diện và lựa chọn đã trả lời thì tờ khai không hỏi lại
      Khi Nguyễn Thị Hòa trả lời những câu đầu của tờ khai khai tử:
        | Bạn là gì của người mất?           | Con                                                      |
        | Khi mất, người mất thuộc diện nào? | Hưởng lương hưu hoặc trợ cấp bảo hiểm xã hội hằng tháng |
        | Trường hợp nào đúng với người mất? | Mất tại cơ sở khám bệnh, chữa bệnh                       |
        | Bạn muốn làm những thủ tục nào?    | three                                                    |
      Và Nguyễn Thị Hòa bắt đầu khai từ đó
      Và Nguyễn Thị Hòa mở phần "Người mất thuộc diện nào"
      Thì tờ khai không hỏi "Khi mất, người mất thuộc diện nào?"
      Và trang ghi "Bạn đã trả lời trước khi khai"
