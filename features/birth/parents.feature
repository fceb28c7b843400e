# language: vi
@citizen @birth
Tính năng: Cha mẹ được ghi trên giấy khai sinh

  Quy tắc: [12] Chưa xác định được cha thì họ, dân tộc, quê quán theo mẹ, phần về cha để trống (123/2015/NĐ-CP Điều 15)

    Kịch bản: Mẹ khai một mình
      Khi Huỳnh Thị Ngọc Trâm điền tờ khai khai sinh
      Và Huỳnh Thị Ngọc Trâm nộp tờ khai
      Và lãnh đạo hộ tịch làm bước "Tiếp nhận"
      Và lãnh đạo hộ tịch làm bước "Xin số định danh cá nhân"
      Và phó lãnh đạo hộ tịch làm bước "Ký, ghi sổ khai sinh"
      Thì kết quả "Giấy khai sinh" có:
        | Họ, chữ đệm, tên của mẹ | Huỳnh Thị Ngọc Trâm |
        | Quốc tịch               | Việt Nam            |
      Và kết quả "Giấy khai sinh" không có "Họ, chữ đệm, tên của cha"
      Và kết quả "Giấy khai sinh" không có "Ngày sinh của cha"

    Kịch bản: Tờ khai không hỏi gì về cha
      Biết Huỳnh Thị Ngọc Trâm đã điền tờ khai khai sinh
      Khi Huỳnh Thị Ngọc Trâm mở phần "Cha mẹ của em bé"
      Thì tờ khai không hỏi "Số định danh cá nhân của cha"
      Và trang ghi "Họ, dân tộc, quê quán, quốc tịch của em bé theo mẹ. Phần ghi về cha để trống."

  Quy tắc: [6] Có yếu tố nước ngoài thì khai sinh vẫn làm tại xã (120/2025/NĐ-CP Điều 4)

    Kịch bản: Mẹ là người Lào, không có số định danh
      Khi Nguyễn Văn Hùng điền tờ khai khai sinh:
        | Số định danh cá nhân của mẹ |                   |
        | Họ, chữ đệm, tên của mẹ     | Khamla Vongsa     |
        | Ngày sinh của mẹ            | 02/03/1994        |
        | Dân tộc của mẹ              | Người nước ngoài  |
        | Quốc tịch của mẹ            | Lào               |
      Thì trang ghi "Có yếu tố nước ngoài: khai sinh vẫn làm tại xã"
      Khi Nguyễn Văn Hùng nộp tờ khai
      Thì cán bộ hộ tịch đọc thấy "Có yếu tố nước ngoài"

  Quy tắc: [9] Trẻ bị bỏ rơi thì biên bản thay cho giấy chứng sinh (60/2014/QH13 Điều 16)

    Kịch bản: Người đang nuôi dưỡng khai; tờ khai không đòi giấy tờ về việc sinh
      Khi Trần Thị Mai điền tờ khai khai sinh:
        | Bạn là gì của em bé?               | Ông, bà, người thân thích, người đang nuôi dưỡng |
        | Khai sinh cho em bé có cha mẹ nào? | Em bé bị bỏ rơi                                  |
        | Em bé đăng ký thường trú theo ai?  | Nơi khác                                         |
      Thì trang không ghi "Giấy tờ chứng minh việc sinh"
      Khi Trần Thị Mai nộp tờ khai
      Thì cán bộ hộ tịch đọc thấy "Em bé bị bỏ rơi"

  Quy tắc: [4] Nơi đăng ký là xã, phường nơi cha hoặc mẹ cư trú (60/2014/QH13 Điều 13)

    Kịch bản: Cha mẹ ở cùng một phường thì không phải chọn
      Biết Trần Thị Mai đã nộp tờ khai khai sinh
      Thì Trần Thị Mai đọc thấy "Phường Ba Đình, thành phố Hà Nội"
      Và cán bộ hộ tịch thấy hồ sơ trong hàng "Cần làm"

    Kịch bản: Cha mẹ ở hai nơi thì người khai chọn
      Biết Giàng Thị Mai đã điền tờ khai khai sinh
      Khi Giàng Thị Mai mở phần "Nơi đăng ký khai sinh"
      Và Giàng Thị Mai điền:
        | Đăng ký tại xã, phường nào? | Đông Anh, Hà Nội |
      Và Giàng Thị Mai nộp tờ khai
      Thì Giàng Thị Mai đọc thấy "Xã Đông Anh, thành phố Hà Nội"
      Và cán bộ hộ tịch ở "Mường Hum" không thấy hồ sơ
