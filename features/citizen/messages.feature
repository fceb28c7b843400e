# language: vi
@citizen @any
Tính năng: Mỗi sự kiện một thông báo, đọc được trên trang và gửi được bằng SMS

  Bối cảnh:
    Biết lúc này là thứ Hai 02/03/2026 09:00
    Và Trần Thị Mai đã nộp tờ khai khai sinh

  Quy tắc: [27] Người dân được báo ngay khi phải bổ sung (60/2014/QH13 Điều 9)

    Kịch bản: Nộp, bổ sung, kết thúc: mỗi việc đúng một thông báo
      Thì thông báo "received" được viết 1 lần
      Khi cán bộ hộ tịch làm bước "Tiếp nhận"
      Thì thông báo "supplement-requested" được viết 0 lần
      Khi cán bộ hộ tịch làm bước "Yêu cầu bổ sung":
        | Mọi điều còn thiếu, mỗi dòng một điều | Hộ chiếu của cha |
      Thì thông báo "supplement-requested" được viết 1 lần
      Và tin nhắn của "supplement-requested" là:
        | Khai mot lan (mo phong). Ho so K00.000.00-260302-010001: can bo sung, xem han tren trang. | HS 260302-010001: cần bổ sung, xem hạn trên trang |
      Khi đến thứ Tư 11/03/2026 17:00
      Thì thông báo "refused" được viết 1 lần
      Và thông báo "ended" được viết 1 lần
      Và thông báo "results-ready" được viết 0 lần

    Kịch bản: Thông báo nằm trong “Hồ sơ của tôi”, và chọn được ngôn ngữ
      Khi Trần Thị Mai mở trang "/cua-toi"
      Thì trang ghi "Đã nhận hồ sơ. Bạn theo dõi bằng mã hồ sơ."
      Khi Trần Thị Mai chọn thông báo bằng "English"
      Thì trang ghi "Đã lưu cách nhận thông báo."
