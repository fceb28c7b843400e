# language: vi
@clerk @any
Tính năng: Từ chối thì phải nói vì sao

  Bối cảnh:
    Biết Trần Thị Mai đã nộp tờ khai khai sinh
    Và cán bộ hộ tịch đã làm bước "Tiếp nhận"

  Quy tắc: [92] Mọi từ chối đều bằng văn bản, có lý do và căn cứ (60/2014/QH13 Điều 5)

    Kịch bản: Lý do và căn cứ đến tay người dân
      Khi cán bộ hộ tịch làm bước "Từ chối":
        | Lý do          | Em bé đã được đăng ký khai sinh ở xã khác |
        | Căn cứ pháp lý | 60/2014/QH13 Điều 5                       |
      Thì "Khai sinh" đang ở "Bị từ chối"
      Và Trần Thị Mai đọc thấy "Em bé đã được đăng ký khai sinh ở xã khác"
      Và Trần Thị Mai nhận được thông báo "Hồ sơ bị từ chối. Lý do có trên trang theo dõi."
      Và hồ sơ ghi "Hồ sơ đã kết thúc, có phần không được giải quyết"

    Kịch bản: Thiếu lý do thì không từ chối được
      Khi cán bộ hộ tịch làm bước "Từ chối":
        | Căn cứ pháp lý | 60/2014/QH13 Điều 5 |
      Thì trang trả lời mã 422
      Và trang ghi "Lý do: chưa điền."
      Và "Khai sinh" đang ở "Đang thẩm tra"

    Kịch bản: Thiếu căn cứ thì không từ chối được
      Khi cán bộ hộ tịch làm bước "Từ chối":
        | Lý do | Sai người |
      Thì trang trả lời mã 422
      Và trang ghi "Căn cứ pháp lý: chưa chọn."
      Và "Khai sinh" đang ở "Đang thẩm tra"

    Kịch bản: Hồ sơ đã từ chối thì không làm thêm bước nào
      Khi cán bộ hộ tịch làm bước "Từ chối":
        | Lý do          | Em bé đã được đăng ký khai sinh ở xã khác |
        | Căn cứ pháp lý | 60/2014/QH13 Điều 5                       |
      Thì cán bộ hộ tịch không làm được bước nào
      Và cán bộ hộ tịch không thấy hồ sơ trong hàng "Tất cả đang mở"
