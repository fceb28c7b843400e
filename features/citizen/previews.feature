# language: vi
@citizen @any
Tính năng: Một tờ khai điền nhiều tờ khai riêng, xem trước được từng tờ

  Quy tắc: [91] Đã khai một lần thì mỗi tờ khai tự có, không điền lại (63/2024/NĐ-CP Điều 4)

    Kịch bản: Điều đã gõ có trong mọi tờ khai cần nó, kèm nguồn
      Biết Trần Thị Mai đã điền tờ khai khai sinh
      Thì các tờ khai của Trần Thị Mai ghi:
        | Tờ khai đăng ký khai sinh                             | Họ, chữ đệm, tên của em bé           | Nguyễn Minh Anh  |
        | Tờ khai thay đổi thông tin cư trú (CT01)              | Họ, chữ đệm, tên của em bé           | Nguyễn Minh Anh  |
        | Tờ khai tham gia, điều chỉnh thông tin bảo hiểm (TK1-TS) | Họ, chữ đệm, tên của em bé        | Nguyễn Minh Anh  |
        | Tờ khai đăng ký khai sinh                             | Họ, chữ đệm, tên của cha             | Nguyễn Văn Hùng  |
        | Tờ khai thay đổi thông tin cư trú (CT01)              | Họ, chữ đệm, tên của cha             | Nguyễn Văn Hùng  |
        | Tờ khai tham gia, điều chỉnh thông tin bảo hiểm (TK1-TS) | Nơi khám, chữa bệnh ban đầu của em bé | Bệnh viện Bạch Mai |

    Kịch bản: Chỗ chưa biết thì nói là chưa biết, chỗ bước trước điền thì nói là bước trước điền
      Biết Trần Thị Mai đã điền tờ khai khai sinh
      Khi Trần Thị Mai xem trước "Tờ khai thay đổi thông tin cư trú (CT01)"
      Thì trang ghi "Số hiệu mẫu theo Thông tư 116/2026 chưa rõ"
      Và trang ghi "Giấy khai sinh: số định danh cá nhân của em bé"
      Và trang không ghi "Nơi khám, chữa bệnh ban đầu"

    Kịch bản: Thẻ căn cước chưa rõ mẫu, chỉ ghi dữ liệu mà thủ tục cần
      Biết Trần Thị Mai đã điền tờ khai khai sinh:
        | Bạn có làm luôn thẻ căn cước cho em bé? | Có |
      Khi Trần Thị Mai xem trước "Đề nghị cấp thẻ căn cước cho trẻ em dưới 6 tuổi"
      Thì trang ghi "Chưa biết mẫu có những ô nào"

    Kịch bản: Thủ tục không làm thì không có tờ khai để xem
      Biết Trần Thị Mai đã điền tờ khai khai sinh
      Khi Trần Thị Mai mở trang "/khai-sinh/to-khai/under-six-identity-card"
      Thì trang trả lời mã 404

  Quy tắc: [21] Dữ liệu bệnh viện khác điều đã khai thì cán bộ thấy cả hai (63/2024/NĐ-CP Điều 5)

    Kịch bản: Giới tính trên giấy chứng sinh khác tờ khai
      Biết Trần Thị Mai đã nộp tờ khai khai sinh:
        | Giới tính         | Nam                |
        | Số giấy chứng sinh | 01001.GCS.00456.26 |
      Khi cán bộ hộ tịch mở hồ sơ
      Thì trang ghi "Có 1 mục lệch: Giới tính."
      Và trang ghi "Nam Nữ"
