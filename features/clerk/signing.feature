# language: vi
@clerk @any
Tính năng: Người chuẩn bị hồ sơ và người ký là hai người

  Quy tắc: [99] Cán bộ chuẩn bị, lãnh đạo ký; ai đã chuẩn bị thì không được tự ký (60/2014/QH13 Điều 16, 34)

    Kịch bản: Cán bộ đã xin số thì hồ sơ chờ lãnh đạo ký
      Biết Trần Thị Mai đã nộp tờ khai khai sinh
      Và cán bộ hộ tịch đã làm bước "Tiếp nhận"
      Khi cán bộ hộ tịch mở hồ sơ
      Thì bước "Chuyển ký" chưa làm được: "Chưa có số định danh. Hãy xin số trước."
      Khi cán bộ hộ tịch làm bước "Xin số định danh cá nhân"
      Và cán bộ hộ tịch mở hồ sơ
      Thì bước "Ký, ghi sổ khai sinh" chưa làm được: "Bước “Ký, ghi sổ khai sinh” do lãnh đạo cơ quan làm."
      Và cán bộ hộ tịch thấy hồ sơ trong hàng "Cần làm"
      Và lãnh đạo hộ tịch thấy hồ sơ trong hàng "Cần làm"
      Khi lãnh đạo hộ tịch làm bước "Ký, ghi sổ khai sinh"
      Thì "Khai sinh" đang ở "Đã có kết quả"

    Kịch bản: Cán bộ tự gửi bước ký thì bị từ chối
      Biết Trần Thị Mai đã nộp tờ khai khai sinh
      Và cán bộ hộ tịch đã làm bước "Tiếp nhận"
      Và cán bộ hộ tịch đã làm bước "Xin số định danh cá nhân"
      Khi cán bộ hộ tịch tự gửi bước "Ký, ghi sổ khai sinh"
      Thì trang trả lời mã 403
      Và trang ghi "Bước “Ký, ghi sổ khai sinh” do lãnh đạo cơ quan làm."
      Và "Khai sinh" đang ở "Chờ ký"

    Kịch bản: Lãnh đạo đã tự chuẩn bị thì lãnh đạo khác ký
      Biết Trần Thị Mai đã nộp tờ khai khai sinh
      Và lãnh đạo hộ tịch đã làm bước "Tiếp nhận"
      Và lãnh đạo hộ tịch đã làm bước "Xin số định danh cá nhân"
      Khi lãnh đạo hộ tịch mở hồ sơ
      Thì bước "Ký, ghi sổ khai sinh" chưa làm được: "Bạn đã chuẩn bị hồ sơ này nên không được “Ký, ghi sổ khai sinh”. Phải là người khác."
      Khi lãnh đạo hộ tịch tự gửi bước "Ký, ghi sổ khai sinh"
      Thì trang trả lời mã 403
      Và "Khai sinh" đang ở "Chờ ký"
      Khi phó lãnh đạo hộ tịch làm bước "Ký, ghi sổ khai sinh"
      Thì "Khai sinh" đang ở "Đã có kết quả"

    Kịch bản: Chưa ký thì trả lại; người khác chuẩn bị lại thì lãnh đạo ký được
      Biết Trần Thị Mai đã nộp tờ khai khai sinh
      Và lãnh đạo hộ tịch đã làm bước "Tiếp nhận"
      Và lãnh đạo hộ tịch đã làm bước "Xin số định danh cá nhân"
      Khi lãnh đạo hộ tịch làm bước "Chưa ký, trả lại cán bộ để xem lại":
        | Lý do | Tôi đã tự chuẩn bị hồ sơ này |
      Thì "Khai sinh" đang ở "Đang thẩm tra"
      Và cán bộ hộ tịch đọc thấy "Tôi đã tự chuẩn bị hồ sơ này"
      Khi cán bộ hộ tịch làm bước "Chuyển ký"
      Và lãnh đạo hộ tịch làm bước "Ký, ghi sổ khai sinh"
      Thì "Khai sinh" đang ở "Đã có kết quả"

    Kịch bản: Trả lại rồi lại tự chuẩn bị thì vẫn không được tự ký
      Biết Trần Thị Mai đã nộp tờ khai khai sinh
      Và cán bộ hộ tịch đã làm bước "Tiếp nhận"
      Và cán bộ hộ tịch đã làm bước "Xin số định danh cá nhân"
      Và lãnh đạo hộ tịch đã làm bước "Chưa ký, trả lại cán bộ để xem lại":
        | Lý do | Xem lại quê quán |
      Và lãnh đạo hộ tịch đã làm bước "Chuyển ký"
      Khi lãnh đạo hộ tịch tự gửi bước "Ký, ghi sổ khai sinh"
      Thì trang trả lời mã 403
      Và "Khai sinh" đang ở "Chờ ký"

    Kịch bản: Trích lục khai tử cũng vậy
      Biết Nguyễn Thị Hòa đã nộp tờ khai khai tử
      Và lãnh đạo hộ tịch đã làm bước "Tiếp nhận"
      Và lãnh đạo hộ tịch đã làm bước "Chuyển ký"
      Khi lãnh đạo hộ tịch tự gửi bước "Ký, ghi sổ khai tử"
      Thì trang trả lời mã 403
      Và "Khai tử" đang ở "Chờ ký"
      Khi phó lãnh đạo hộ tịch làm bước "Ký, ghi sổ khai tử"
      Thì "Khai tử" đang ở "Đã có kết quả"
