# language: vi
@citizen @any
Tính năng: Phải nộp bao nhiêu, và vì sao
  Mỗi khoản có lý do và căn cứ. Khoản nào chưa ai biết mức thu thì nói là chưa biết, không đoán và không thu.

  Quy tắc: [5, 97] Khai đúng hạn thì miễn, quá hạn thì theo mức của tỉnh (60/2014/QH13 Điều 11)

    Khung kịch bản: Khai sinh
      Khi Trần Thị Mai điền tờ khai khai sinh:
        | Ngày, tháng, năm sinh | <ngày sinh> |
      Thì trang có:
        | Lệ phí đăng ký khai sinh              | <lý do>                            |
        | Lệ phí đăng ký thường trú trực tuyến  | 0 đ Trẻ em được miễn lệ phí cư trú |
      Và trang ghi "Không phải nộp gì khi nộp hồ sơ: 0 đ."

      Dữ liệu:
        | ngày sinh  | lý do                                                |
        | 21/09/2026 | 0 đ Đăng ký khai sinh đúng hạn                       |
        | 20/09/2026 | chưa rõ mức thu Mức thu do Hội đồng nhân dân cấp tỉnh |

    Kịch bản: Khai tử đúng hạn
      Khi Nguyễn Thị Hòa điền tờ khai khai tử
      Thì trang có:
        | Lệ phí đăng ký khai tử | 0 đ Đăng ký khai tử đúng hạn |

    Kịch bản: Nghị quyết thu 0 đồng đã hết hạn thì nói là hết hạn, và không tự tính thành 0
      Khi Trần Thị Mai điền tờ khai khai sinh:
        | Ngày, tháng, năm sinh | 20/09/2026 |
      Thì trang có:
        | Lệ phí đăng ký khai sinh | Hà Nội: 82 thủ tục thu 0 đồng: Thu 0 đồng đến 31/12/2025; chưa rõ có gồm khoản này không |

  Quy tắc: [97] Bản sao tính theo số bản, nộp khi nộp hồ sơ (60/2014/QH13 Điều 11)

    Khung kịch bản: Số bản sao nhân với mức thu
      Khi Trần Thị Mai điền tờ khai khai sinh:
        | Số bản sao trích lục khai sinh cần cấp | <số bản> |
      Thì trang có:
        | Bản sao trích lục khai sinh | <cách tính> |
      Và trang ghi "Phải nộp khi nộp hồ sơ: <tổng>."

      Dữ liệu:
        | số bản | cách tính             | tổng     |
        | 1      | 8.000 đ 1 × 8.000 đ   | 8.000 đ  |
        | 3      | 24.000 đ 3 × 8.000 đ  | 24.000 đ |

  Quy tắc: [97] Trang bắt đầu nói trước chi phí, lý do và những gì nhận được (60/2014/QH13 Điều 11)

    Kịch bản: Trước khi khai sinh
      Khi có người mở trang "/khai-sinh"
      Thì trang ghi "Khai đúng hạn thì thường không phải nộp gì"
      Và trang ghi "Bản sao trích lục khai sinh: 8.000 đ mỗi bản"
      Và trang ghi "Bạn nhận: Giấy khai sinh"

    Kịch bản: Trước khi khai tử
      Khi có người mở trang "/khai-tu"
      Thì trang ghi "Mức hưởng là 10 lần mức tham chiếu tại tháng mất."
      Và trang ghi "Theo con số gần nhất đã biết là 2.340.000 đ: 23.400.000 đ, chưa chắc chắn."
