# language: vi
@clerk @death
Tính năng: Làm hàng loạt những việc đảo lại được

  Bối cảnh:
    Biết Nguyễn Thị Hòa đã nộp tờ khai khai tử

  Quy tắc: [98] Mỗi thủ tục cho biết đang ở đâu, ai giữ (174/CV-BCĐ, chưa rõ điều)

    Kịch bản: Nhận rồi hoàn tác
      Khi cán bộ hộ tịch nhận hàng loạt với hồ sơ này
      Thì trang ghi "Đã làm 1 trên 1 hồ sơ."
      Và cán bộ hộ tịch giữ hồ sơ
      Khi cán bộ hộ tịch hoàn tác lần làm hàng loạt
      Thì trang ghi "Khi hoàn tác: Đã hoàn tác."
      Và chưa ai giữ hồ sơ của cán bộ hộ tịch

    Kịch bản: Hồ sơ đã có người giữ thì nói rõ vì sao không làm được
      Biết cán bộ hộ tịch đã nhận xử lý hồ sơ
      Khi lãnh đạo hộ tịch nhận hàng loạt với hồ sơ này
      Thì trang ghi "Đã làm 0 trên 1 hồ sơ."
      Và trang ghi "đang giữ hồ sơ này."

    Kịch bản: Ai đã xử lý tiếp thì hồ sơ đó giữ nguyên
      Khi lãnh đạo hộ tịch giao hàng loạt với hồ sơ này cho cán bộ hộ tịch
      Và lãnh đạo hộ tịch đang mở kết quả làm hàng loạt
      Và cán bộ hộ tịch làm bước "Tiếp nhận"
      Và lãnh đạo hộ tịch hoàn tác trên trang còn mở
      Thì trang ghi "đã làm “Tiếp nhận” lúc"
      Và cán bộ hộ tịch giữ hồ sơ

    Kịch bản: Quá mười phút thì không hoàn tác được
      Khi cán bộ hộ tịch nhận hàng loạt với hồ sơ này
      Và cán bộ hộ tịch đang mở kết quả làm hàng loạt
      Và đến thứ Sáu 20/11/2026 09:11
      Và cán bộ hộ tịch hoàn tác trên trang còn mở
      Thì trang trả lời mã 409
      Và trang ghi "Chỉ hoàn tác được trong 10 phút."
      Và cán bộ hộ tịch giữ hồ sơ
