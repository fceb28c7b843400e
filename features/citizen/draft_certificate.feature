# language: vi
@citizen @birth
Tính năng: Trang riêng của bản dự thảo

  Quy tắc: [24] Người yêu cầu có 1 ngày để trả lời, im lặng là đồng ý (3458/QĐ-BTP, chưa rõ điều)

    Bối cảnh:
      Biết Trần Thị Mai đã nộp tờ khai khai sinh
      Và cán bộ hộ tịch đã làm bước "Tiếp nhận"
      Và cán bộ hộ tịch đã làm bước "Xin số định danh cá nhân"
      Và cán bộ hộ tịch đã làm bước "Gửi bản dự thảo cho người dân xem"

    Kịch bản: Trang ghi nội dung, giờ hết hạn, và im lặng nghĩa là gì
      Khi Trần Thị Mai xem bản dự thảo trên trang riêng
      Thì trang có:
        | Họ, chữ đệm, tên của em bé | Nguyễn Minh Anh |
      Và trang ghi "Hạn trả lời: 23/11/2026 17:00. Đến lúc đó bạn chưa trả lời thì coi như đồng ý."
      Khi Trần Thị Mai bấm "Xác nhận bản dự thảo đúng"
      Thì "Khai sinh" đang ở "Chờ ký"

    Kịch bản: Đã trả lời thì trang dự thảo dẫn về trang theo dõi
      Khi Trần Thị Mai xem bản dự thảo trên trang riêng
      Và Trần Thị Mai bấm "Xác nhận bản dự thảo đúng"
      Và Trần Thị Mai xem bản dự thảo trên trang riêng
      Thì trang ghi "Tư pháp, hộ tịch đang giải quyết"
