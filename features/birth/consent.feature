# language: vi
@citizen @birth
Tính năng: Chủ hộ đồng ý cho em bé đăng ký thường trú

  Quy tắc: [39] Chủ hộ đồng ý qua VNeID, bằng văn bản hay trên tờ khai, một cách là đủ (58/2026/NĐ-CP Điều 4)

    Bối cảnh:
      Biết Giàng Thị Mai đã nộp tờ khai khai sinh
      Và "Khai sinh" đã có kết quả

    Kịch bản: Qua VNeID
      Khi Giàng Thị Sua mở trang "/cua-toi"
      Thì trang ghi "Chờ bạn đồng ý"
      Khi Giàng Thị Sua đồng ý
      Thì "Thường trú" đang ở "Mới tiếp nhận"
      Khi công an xã làm bước "Tiếp nhận"
      Và công an xã làm bước "Duyệt đăng ký thường trú"
      Thì kết quả "Thông báo kết quả đăng ký thường trú" có:
        | Chủ hộ             | Giàng Thị Sua            |
        | Xã, phường         | Xã Mường Hum, tỉnh Lào Cai |

    Kịch bản: Bằng văn bản, khi chủ hộ không dùng VNeID
      Khi công an xã làm bước "Nhận ý kiến đồng ý bằng văn bản":
        | Văn bản đồng ý: loại, ngày | Tờ khai CT01 ngày 20/11/2026 |
      Thì "Thường trú" đang ở "Mới tiếp nhận"

    Kịch bản: Chủ hộ không đồng ý
      Khi Giàng Thị Sua mở hồ sơ
      Và Giàng Thị Sua bấm "Không đồng ý"
      Thì "Thường trú" đang ở "Mới tiếp nhận"
      Và Giàng Thị Mai nhận được thông báo "Chủ hộ không đồng ý cho em bé đăng ký thường trú. Công an sẽ liên hệ với bạn."
      Khi công an xã làm bước "Tiếp nhận"
      Thì bước "Duyệt đăng ký thường trú" chưa làm được: "Chưa có sự đồng ý của chủ hộ, hoặc cha mẹ chưa có nơi thường trú, tạm trú. Đang cần: chủ hộ đã đồng ý."

    Kịch bản: Chưa ai đồng ý thì công an chưa duyệt được
      Thì công an xã làm được các bước:
        | Nhận ý kiến đồng ý bằng văn bản |

    Kịch bản: Người khác không đồng ý thay được
      Khi Nguyễn Văn Quang mở hồ sơ
      Thì trang ghi "Tra cứu hồ sơ"
      Khi Nguyễn Văn Quang tự gửi lời đồng ý
      Thì trang trả lời mã 404

    Kịch bản: Cơ quan khác không phải chờ chủ hộ
      Khi cán bộ bảo hiểm xã hội làm bước "Tiếp nhận"
      Và cán bộ bảo hiểm xã hội làm bước "Duyệt cấp thẻ"
      Thì "Thẻ BHYT" đang ở "Đã có kết quả"
      Và "Thường trú" đang ở "Chờ chủ hộ đồng ý qua VNeID"

  Quy tắc: [40] Cha hoặc mẹ là chủ hộ thì chủ hộ được điền sẵn và coi như đã đồng ý (mẫu tờ khai trên Cổng, chưa rõ điều)

    Kịch bản: Cha là chủ hộ
      Khi Trần Thị Mai điền tờ khai khai sinh
      Thì trang có:
        | Họ, chữ đệm, tên của chủ hộ                | Nguyễn Văn Hùng |
        | Cha hoặc mẹ là chủ hộ nên đã đồng ý | Có              |
      Khi Trần Thị Mai nộp tờ khai
      Và các cơ quan đưa "Khai sinh" đến kết quả
      Thì "Thường trú" đang ở "Mới tiếp nhận"
