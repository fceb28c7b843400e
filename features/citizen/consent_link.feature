# language: vi
@citizen @birth
Tính năng: Mỗi người cần đồng ý có một đường dẫn riêng

  Bối cảnh:
    Biết Giàng Thị Mai đã nộp tờ khai khai sinh
    Và "Khai sinh" đã có kết quả
    Và Giàng Thị Mai chép đường dẫn của Giàng Thị Sua

  Quy tắc: [39] Chủ hộ đồng ý bằng chính tài khoản của mình (58/2026/NĐ-CP Điều 4)

    Kịch bản: Chủ hộ mở đường dẫn, chỉ thấy điều mình đồng ý
      Khi Giàng Thị Sua mở đường dẫn đã chép
      Thì trang ghi "Giàng Thị Mai đề nghị bạn xác nhận: Đồng ý cho em bé đăng ký thường trú."
      Và trang ghi "thời hạn giải quyết chưa tính"
      Và trang có:
        | Quan hệ với chủ hộ | Cháu ngoại |
      Và trang không ghi "Nhật ký"
      Khi Giàng Thị Sua bấm "Tôi đồng ý"
      Thì "Thường trú" đang ở "Mới tiếp nhận"
      Khi Giàng Thị Sua mở đường dẫn đã chép
      Thì trang ghi "Bạn đã trả lời qua đường dẫn này rồi. Mỗi đường dẫn chỉ dùng một lần."

    Kịch bản: Chủ hộ không đồng ý qua đường dẫn
      Khi Giàng Thị Sua mở đường dẫn đã chép
      Và Giàng Thị Sua bấm "Không đồng ý"
      Thì Giàng Thị Mai nhận được thông báo "Chủ hộ không đồng ý cho em bé đăng ký thường trú. Công an sẽ liên hệ với bạn."

    Kịch bản: Người khác cầm đường dẫn cũng không dùng được
      Khi Nguyễn Văn Quang mở đường dẫn đã chép
      Thì trang trả lời mã 404
      Và trang ghi "Đường dẫn này không dùng được"
      Và trang không ghi "Súa"
      Khi Giàng Thị Mai mở đường dẫn đã chép
      Thì trang trả lời mã 404

    Kịch bản: Đường dẫn mới thay đường dẫn cũ
      Khi Giàng Thị Mai tạo đường dẫn mới cho Giàng Thị Sua
      Và Giàng Thị Sua mở đường dẫn đã chép
      Thì trang trả lời mã 404
      Khi Giàng Thị Mai chép đường dẫn của Giàng Thị Sua
      Và Giàng Thị Sua mở đường dẫn đã chép
      Và Giàng Thị Sua bấm "Tôi đồng ý"
      Thì "Thường trú" đang ở "Mới tiếp nhận"

    Kịch bản: Sau 5 ngày làm việc đường dẫn hết hạn
      Khi đến thứ Hai 30/11/2026 09:00
      Và Giàng Thị Sua mở đường dẫn đã chép
      Thì trang trả lời mã 404
      Và Giàng Thị Mai đọc thấy "Đường dẫn đã hết hạn."
