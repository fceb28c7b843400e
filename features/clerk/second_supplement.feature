# language: vi
@clerk @birth
Tính năng: Yêu cầu bổ sung: xem trước, và lần hai phải có lý do của lãnh đạo

  Bối cảnh:
    Biết Trần Thị Mai đã nộp tờ khai khai sinh
    Và cán bộ hộ tịch đã làm bước "Tiếp nhận"

  Quy tắc: [27] Văn bản hướng dẫn phải ghi đầy đủ mọi giấy tờ còn thiếu (60/2014/QH13 Điều 9)

    Kịch bản: Xem trước đúng thông báo và phiếu, chưa gửi gì
      Khi cán bộ hộ tịch xem trước bước "Yêu cầu bổ sung":
        | supplement.list | Ảnh giấy chứng sinh rõ hơn |
      Thì trang ghi "Chưa gửi gì."
      Và trang ghi "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ"
      Và trang ghi "Ảnh giấy chứng sinh rõ hơn"
      Và trang ghi "Hồ sơ cần bổ sung. Mở trang theo dõi để xem danh sách."
      Và "Khai sinh" đang ở "Đang thẩm tra"

    Kịch bản: Gửi từ trang xem trước
      Khi cán bộ hộ tịch xem trước bước "Yêu cầu bổ sung":
        | supplement.list | Ảnh giấy chứng sinh rõ hơn |
      Và cán bộ hộ tịch bấm gửi trên trang xem trước
      Thì "Khai sinh" đang ở "Chờ người dân bổ sung"
      Và Trần Thị Mai đọc thấy "Ảnh giấy chứng sinh rõ hơn"

    Kịch bản: Không nêu điều nào thì không có gì để xem trước
      Khi cán bộ hộ tịch xem trước bước "Yêu cầu bổ sung":
        | supplement.list | |
      Thì trang trả lời mã 422
      Và "Khai sinh" đang ở "Đang thẩm tra"

  Quy tắc: [90] Mỗi hồ sơ chỉ được yêu cầu bổ sung một lần (297/2025/NĐ-CP, chưa rõ điều)

    Kịch bản: Lần hai do lãnh đạo yêu cầu, có lý do bằng văn bản
      Biết cán bộ hộ tịch đã làm bước "Yêu cầu bổ sung":
        | Mọi điều còn thiếu, mỗi dòng một điều | Ảnh rõ hơn |
      Khi Trần Thị Mai bổ sung "Đã gửi ảnh"
      Và lãnh đạo hộ tịch làm bước "Yêu cầu bổ sung lần hai":
        | Lý do lãnh đạo cho yêu cầu lần hai    | Cơ quan sót giấy kết hôn |
        | Mọi điều còn thiếu, mỗi dòng một điều | Giấy kết hôn             |
      Thì "Khai sinh" đang ở "Chờ người dân bổ sung"
      Và cán bộ hộ tịch đọc thấy "Cơ quan sót giấy kết hôn"
      Khi Trần Thị Mai mở giấy "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ"
      Thì trang ghi "Lý do yêu cầu bổ sung thêm lần nữa: Cơ quan sót giấy kết hôn"
      Khi Trần Thị Mai bổ sung "Giấy kết hôn đây"
      Và lãnh đạo hộ tịch mở hồ sơ
      Thì bước "Yêu cầu bổ sung lần hai" chưa làm được: "Chỉ yêu cầu lần hai khi đã yêu cầu đúng một lần. Đang cần: chưa yêu cầu bổ sung lần hai."

    Kịch bản: Lãnh đạo không ghi lý do thì không yêu cầu lần hai được
      Biết cán bộ hộ tịch đã làm bước "Yêu cầu bổ sung":
        | Mọi điều còn thiếu, mỗi dòng một điều | Ảnh rõ hơn |
      Khi Trần Thị Mai bổ sung "Đã gửi ảnh"
      Và lãnh đạo hộ tịch làm bước "Yêu cầu bổ sung lần hai":
        | Mọi điều còn thiếu, mỗi dòng một điều | Giấy kết hôn |
      Thì trang trả lời mã 422
      Và "Khai sinh" đang ở "Đang thẩm tra"

    Kịch bản: Cán bộ không tự yêu cầu lần hai
      Biết cán bộ hộ tịch đã làm bước "Yêu cầu bổ sung":
        | Mọi điều còn thiếu, mỗi dòng một điều | Ảnh rõ hơn |
      Khi Trần Thị Mai bổ sung "Đã gửi ảnh"
      Và cán bộ hộ tịch tự gửi bước "Yêu cầu bổ sung lần hai"
      Thì trang trả lời mã 403
      Và "Khai sinh" đang ở "Đang thẩm tra"
