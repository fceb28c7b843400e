# language: vi
@citizen @birth
Tính năng: Trang theo dõi nói đúng điều đang xảy ra

  Bối cảnh:
    Biết lúc này là thứ Hai 02/03/2026 09:00
    Và Trần Thị Mai đã nộp tờ khai khai sinh

  Quy tắc: [98] Mỗi phần có trạng thái, cơ quan, hạn của mình (174/CV-BCĐ, chưa rõ điều)

    Kịch bản: Chưa đến lượt thì không nơi nào “đang xử lý”
      Khi cán bộ hộ tịch làm bước "Tiếp nhận"
      Thì Trần Thị Mai đọc thấy "Tư pháp, hộ tịch đang giải quyết"
      Và hồ sơ có trạng thái "Đang xử lý"
      Và trang không ghi "Bảo hiểm xã hội đang giải quyết"
      Và "Thường trú" chưa mở: "Mở ngay khi “Khai sinh” có kết quả."

    Kịch bản: Ngày thứ mấy không đếm những ngày đồng hồ dừng
      Biết cán bộ hộ tịch đã làm bước "Tiếp nhận"
      Khi đến thứ Ba 03/03/2026 09:00
      Và cán bộ hộ tịch làm bước "Xin số định danh cá nhân"
      Và cán bộ hộ tịch làm bước "Gửi bản dự thảo cho người dân xem"
      Và đến thứ Tư 04/03/2026 10:00
      Và Trần Thị Mai mở hồ sơ
      Và Trần Thị Mai bấm "Xác nhận bản dự thảo đúng"
      Thì Trần Thị Mai đọc thấy "Ngày 1 trên 3"
      Khi đến thứ Năm 05/03/2026 10:00
      Thì Trần Thị Mai đọc thấy "Ngày 2 trên 3"

    Kịch bản: Trang chỉ tự cập nhật khi có việc đang chạy
      Thì trang tự cập nhật
      Khi cán bộ hộ tịch làm bước "Tiếp nhận"
      Và cán bộ hộ tịch làm bước "Yêu cầu bổ sung":
        | Mọi điều còn thiếu, mỗi dòng một điều | Hộ chiếu của cha |
      Thì hồ sơ có trạng thái "Yêu cầu bổ sung giấy tờ"
      Và trang không tự cập nhật
