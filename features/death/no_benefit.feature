# language: vi
@citizen @death
Tính năng: Khi không có trợ cấp, hoặc trợ cấp đi đường khác
  Gia đình được nói rõ vì sao, và việc khai tử vẫn làm bình thường.

  Quy tắc: [68] Không tham gia bảo hiểm, không hưởng trợ cấp thì không có phần trợ cấp (1449/QĐ-BHXH, chưa rõ điều; 20/2021/NĐ-CP, chưa rõ điều)

    Kịch bản: Chọn 4 thủ tục nhưng người mất không thuộc diện nào
      Khi Nguyễn Thị Hòa điền tờ khai khai tử:
        | Bạn muốn làm những thủ tục nào?    | four                |
        | Khi mất, người mất thuộc diện nào? | Không thuộc diện nào |
      Thì trang ghi "Người mất không thuộc diện được trợ cấp nên chỉ làm khai tử và xóa đăng ký thường trú."
      Và trang ghi "Mai táng phí: Không làm"
      Và trang ghi "Tử tuất: Không làm"
      Khi Nguyễn Thị Hòa mở trang "/khai-tu/viec"
      Thì trang không ghi "Người lo tang và nơi nhận tiền"
      Và trang không ghi "Thân nhân hưởng tuất"
      Khi Nguyễn Thị Hòa nộp tờ khai
      Thì hồ sơ gồm các thủ tục:
        | Đăng ký khai tử |
        | Xóa thường trú  |

  Quy tắc: [70] Người đang đi làm: nơi làm việc lập hồ sơ trợ cấp, không qua nhóm này (1449/QĐ-BHXH, chưa rõ điều)

    Kịch bản: Gia đình được chỉ đến nơi làm việc
      Khi Nguyễn Thị Hòa điền tờ khai khai tử:
        | Bạn muốn làm những thủ tục nào?    | three                                       |
        | Khi mất, người mất thuộc diện nào? | Đang đi làm, đóng bảo hiểm xã hội bắt buộc |
      Thì trang ghi "Người mất đang đi làm: nơi làm việc lập hồ sơ mai táng phí, tử tuất."
      Khi Nguyễn Thị Hòa nộp tờ khai
      Thì hồ sơ gồm các thủ tục:
        | Đăng ký khai tử |
        | Xóa thường trú  |
      Và Nguyễn Thị Hòa đọc thấy "nơi làm việc lập hồ sơ mai táng phí, tử tuất"

  Quy tắc: [71] Thường cần 12 tháng bắt buộc hoặc 60 tháng tự nguyện; cơ quan bảo hiểm xã hội kiểm tra theo dữ liệu của mình (3504/QĐ-BHXH, chưa rõ điều)

    Khung kịch bản: Chưa đủ tháng thì nhắc, không từ chối
      Biết Đỗ Văn Năm đã điền tờ khai khai tử:
        | Bạn muốn làm những thủ tục nào?             | three       |
        | Khi mất, người mất thuộc diện nào?          | <diện>      |
        | Số tháng đã đóng bảo hiểm xã hội bắt buộc   | <bắt buộc>  |
        | Số tháng đã đóng bảo hiểm xã hội tự nguyện  | <tự nguyện> |
      Khi Đỗ Văn Năm mở trang "/khai-tu/kiem-tra"
      Thì trang <ghi> "Thường cần đóng từ 12 tháng bắt buộc hoặc 60 tháng tự nguyện."
      Khi Đỗ Văn Năm nộp tờ khai
      Thì hồ sơ gồm các thủ tục:
        | Đăng ký khai tử |
        | Xóa thường trú  |
        | Mai táng phí    |

      Dữ liệu:
        | diện      | bắt buộc | tự nguyện | ghi       |
        | reserved  | 11       | 0         | ghi       |
        | reserved  | 12       | 0         | không ghi |
        | voluntary | 0        | 59        | ghi       |
        | voluntary | 0        | 60        | không ghi |
