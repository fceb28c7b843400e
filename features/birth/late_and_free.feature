# language: vi
@citizen @birth
Tính năng: Khai muộn, và những khoản không phải trả

  Quy tắc: [5] Quá 60 ngày vẫn được đăng ký, có thể có lệ phí của tỉnh (60/2014/QH13 Điều 11, 15)

    Kịch bản: Khai sau 75 ngày
      Khi Sùng Thị Chứ điền tờ khai khai sinh
      Thì trang ghi "Đã quá 60 ngày từ khi sinh. Hồ sơ vẫn được nhận; có thể có lệ phí do tỉnh quy định."
      Và trang ghi "Lệ phí đăng ký khai sinh chưa rõ mức thu"
      Khi Sùng Thị Chứ nộp tờ khai
      Thì cán bộ hộ tịch đọc thấy "Đã quá 60 ngày từ khi sinh."

    Khung kịch bản: Ngày thứ 60 còn đúng hạn, ngày thứ 61 thì không
      Khi Trần Thị Mai điền tờ khai khai sinh:
        | Ngày, tháng, năm sinh | <ngày sinh> |
      Thì trang ghi "<lệ phí>"

      Dữ liệu:
        | ngày sinh  | lệ phí                                                  |
        | 21/09/2026 | Lệ phí đăng ký khai sinh 0 đ Đăng ký khai sinh đúng hạn |
        | 20/09/2026 | Lệ phí đăng ký khai sinh chưa rõ mức thu                |

  Quy tắc: [45] Trẻ em không phải trả lệ phí đăng ký cư trú (75/2022/TT-BTC, chưa rõ điều)

    Kịch bản: Miễn lệ phí thường trú
      Khi Trần Thị Mai điền tờ khai khai sinh
      Thì trang ghi "Lệ phí đăng ký thường trú trực tuyến 0 đ Trẻ em được miễn lệ phí cư trú"

  Quy tắc: [97] Miễn lệ phí tự động theo dữ liệu, người dân không phải xin (60/2014/QH13 Điều 11)

    Kịch bản: Khai đúng hạn thì không phải trả gì
      Khi Trần Thị Mai điền tờ khai khai sinh
      Thì trang ghi "Lệ phí đăng ký khai sinh 0 đ Đăng ký khai sinh đúng hạn"
      Và trang ghi "Tiền đóng bảo hiểm y tế của trẻ 0 đ Ngân sách nhà nước đóng"
      Và trang ghi "Không phải nộp gì khi nộp hồ sơ: 0 đ."
      Và trang không ghi "Bản sao trích lục khai sinh"

    Kịch bản: Chỉ bản sao giấy mới có tiền
      Khi Trần Thị Mai điền tờ khai khai sinh:
        | Số bản sao trích lục khai sinh cần cấp | 2 |
      Thì trang ghi "Bản sao trích lục khai sinh 16.000 đ 2 × 8.000 đ"
