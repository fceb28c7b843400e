# language: vi
@citizen @any
Tính năng: Vài câu đầu cho biết có làm được không, chưa cần đăng nhập

  Quy tắc: [1] Em bé đủ 6 tuổi thì không vào nhóm này, có chỗ khác để làm (63/2024/NĐ-CP, chưa rõ điều)

    Kịch bản: Đủ 6 tuổi thì dừng ngay câu đầu, nói vì sao và làm ở đâu
      Khi có người trả lời những câu đầu của tờ khai khai sinh:
        | Ngày, tháng, năm sinh | 01/10/2020 |
      Thì trang ghi "Không làm được theo nhóm này"
      Và trang ghi "Bạn hãy đăng ký khai sinh riêng tại Ủy ban nhân dân cấp xã (thủ tục 1.001193)."

    Kịch bản: Ngày không có thật thì trang nói rõ, giữ điều đã gõ
      Khi có người trả lời những câu đầu của tờ khai khai sinh:
        | Ngày, tháng, năm sinh | 31/02/2026 |
      Thì trang trả lời mã 422

  Quy tắc: [41] Cha mẹ chưa có nơi cư trú thì chỉ khai báo thông tin cư trú (58/2026/NĐ-CP Điều 4)

    Kịch bản: Vẫn làm được, và biết trước điều gì khác đi
      Khi có người trả lời những câu đầu của tờ khai khai sinh:
        | Ngày, tháng, năm sinh                   | 16/11/2026                            |
        | Em bé đăng ký thường trú theo ai?       | Cha mẹ chưa có nơi thường trú, tạm trú |
        | Em bé đã có thẻ bảo hiểm y tế chưa?     | Không                                 |
        | Bạn có làm luôn thẻ căn cước cho em bé? | Không                                 |
      Thì trang ghi "Làm được ở đây"
      Và trang ghi "em bé chỉ được khai báo thông tin về cư trú"

  Quy tắc: [51] Em bé đã có thẻ thì không cấp thẻ thứ hai (25/2008/QH12 Điều 16)

    Kịch bản: Phần thẻ bảo hiểm y tế được bỏ ra, có lý do
      Khi Trần Thị Mai trả lời những câu đầu của tờ khai khai sinh:
        | Ngày, tháng, năm sinh                   | 16/11/2026            |
        | Em bé đăng ký thường trú theo ai?       | Nơi thường trú của mẹ |
        | Em bé đã có thẻ bảo hiểm y tế chưa?     | Có                    |
        | Bạn có làm luôn thẻ căn cước cho em bé? | Không                 |
      Thì trang ghi "Em bé đã có thẻ bảo hiểm y tế nên không cấp thẻ thứ hai."
      Khi Trần Thị Mai bắt đầu khai từ đó
      Và Trần Thị Mai trả lời phần còn lại rồi nộp, có đếm:
        | Số giấy chứng sinh | 01001.GCS.00456.26 |
      Thì hồ sơ gồm các thủ tục:
        | Đăng ký khai sinh |
        | Thường trú        |

  Quy tắc: [68, 70] Người mất đang đi làm thì nơi làm việc lo trợ cấp (1449/QĐ-BHXH, chưa rõ điều)

    Kịch bản: Biết trước là ở đây chỉ làm khai tử và xóa thường trú
      Khi có người trả lời những câu đầu của tờ khai khai tử:
        | Bạn là gì của người mất?              | Con                                        |
        | Khi mất, người mất thuộc diện nào?    | Đang đi làm, đóng bảo hiểm xã hội bắt buộc |
        | Trường hợp nào đúng với người mất?    | Mất tại nhà hoặc nơi khác                  |
        | Bạn muốn làm những thủ tục nào?       | three                                      |
      Thì trang ghi "Người mất đang đi làm: nơi làm việc lập hồ sơ mai táng phí, tử tuất."
      Và trang không ghi "Trợ cấp mai táng từ bảo hiểm xã hội 8"
