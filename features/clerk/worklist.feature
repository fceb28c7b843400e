# language: vi
@clerk @any
Tính năng: Hàng việc của cơ quan
  Cán bộ thấy hồ sơ nào cần làm, còn bao nhiêu giờ làm việc, ai đang giữ; không hồ sơ nào nằm ngoài mọi hàng.

  Bối cảnh:
    Biết lúc này là thứ Hai 05/10/2026 09:00
    Và Nguyễn Thị Hòa đã nộp tờ khai khai tử:
      | Bạn muốn làm những thủ tục nào? | four |

  Quy tắc: [98] Mỗi thủ tục cho biết đang ở đâu, ai giữ, còn bao nhiêu giờ làm việc (174/CV-BCĐ, chưa rõ điều)

    Kịch bản: Giờ làm việc còn lại
      Thì cán bộ hộ tịch đọc thấy "Hạn 05/10/2026 17:00"
      Và cán bộ hộ tịch đọc thấy "Còn 6,5 giờ"
      Khi đến thứ Hai 05/10/2026 15:00
      Thì cán bộ hộ tịch đọc thấy "Còn 2 giờ"

    Kịch bản: Ai nhận thì người đó giữ
      Thì cán bộ hộ tịch đọc thấy "Chưa ai nhận"
      Khi cán bộ hộ tịch làm bước "Tiếp nhận"
      Thì cán bộ hộ tịch thấy hồ sơ trong hàng "Của tôi"
      Và lãnh đạo hộ tịch đọc thấy "Người giữ hồ sơ Hồ Văn Sơn"

    Kịch bản: Quá hạn thì vào hàng quá hạn, việc vẫn làm tiếp được
      Khi đến thứ Ba 06/10/2026 09:00
      Thì cán bộ hộ tịch thấy hồ sơ trong hàng "Đã quá hạn"
      Và cán bộ hộ tịch đọc thấy "Quá 1,5 giờ"
      Khi cán bộ hộ tịch làm bước "Tiếp nhận"
      Thì "Đăng ký khai tử" đang ở "Đang thẩm tra"

    Kịch bản: Chờ người dân, chờ hệ thống, chờ cán bộ là ba hàng khác nhau
      Biết phần mềm hộ tịch mất liên lạc
      Và cán bộ hộ tịch đã làm bước "Tiếp nhận"
      Khi cán bộ hộ tịch làm bước "Chuyển ký"
      Và lãnh đạo hộ tịch làm bước "Ký, ghi sổ khai tử"
      Thì cán bộ hộ tịch thấy hồ sơ trong hàng "Chờ hệ thống khác"
      Khi đến thứ Ba 06/10/2026 09:00
      Thì cán bộ hộ tịch thấy hồ sơ trong hàng "Cần làm"
      Khi phần mềm hộ tịch có lại
      Và cán bộ hộ tịch làm bước "Gửi lại vào sổ hộ tịch điện tử"
      Thì cán bộ bảo hiểm xã hội thấy hồ sơ trong hàng "Chờ người dân"
      Và cán bộ bảo hiểm xã hội thấy hồ sơ trong hàng "Cần làm"

    Kịch bản: Cán bộ thấy đúng những bước của trạng thái này
      Thì cán bộ hộ tịch làm được các bước:
        | Tiếp nhận                    |
        | Chuyển cơ quan có thẩm quyền |
        | Từ chối                      |
      Khi cán bộ hộ tịch làm bước "Tiếp nhận"
      Thì cán bộ hộ tịch làm được các bước:
        | Chuyển ký                    |
        | Chuyển cơ quan có thẩm quyền |
        | Yêu cầu bổ sung              |
        | Xác minh sự việc             |
        | Từ chối                      |
