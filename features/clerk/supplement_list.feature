# language: vi
@clerk @death
Tính năng: Một yêu cầu bổ sung ghi đủ mọi điều còn thiếu

  Bối cảnh:
    Biết Nguyễn Thị Hòa đã nộp tờ khai khai tử:
      | Bạn muốn làm những thủ tục nào? | three |
    Và "Khai tử" đã có kết quả
    Và cán bộ bảo hiểm xã hội đã làm bước "Tiếp nhận"

  Quy tắc: [27] Văn bản hướng dẫn phải ghi đầy đủ mọi giấy tờ còn thiếu (60/2014/QH13 Điều 9)

    Kịch bản: Mỗi dòng thành một điều trên trang của gia đình
      Khi cán bộ bảo hiểm xã hội làm bước "Yêu cầu bổ sung":
        | Mọi điều còn thiếu, mỗi dòng một điều | Hóa đơn mai táng\nTên chủ tài khoản\nBản chụp sổ hưu |
      Và Nguyễn Thị Hòa mở hồ sơ
      Thì trang liệt kê điều cần bổ sung:
        | Hóa đơn mai táng  |
        | Tên chủ tài khoản |
        | Bản chụp sổ hưu   |
      Và cán bộ bảo hiểm xã hội thấy hồ sơ trong hàng "Chờ người dân"

    Kịch bản: Câu trả lời đến đúng cán bộ, hạn 8 ngày tính lại từ đầu
      Biết cán bộ bảo hiểm xã hội đã làm bước "Yêu cầu bổ sung":
        | Mọi điều còn thiếu, mỗi dòng một điều | Tên chủ tài khoản |
      Khi đến thứ Hai 23/11/2026 10:00
      Và Nguyễn Thị Hòa bổ sung "Chủ tài khoản là Nguyễn Thị Hòa"
      Thì "Trợ cấp mai táng từ bảo hiểm xã hội" đang ở "Đang thẩm tra"
      Và hạn của "Trợ cấp mai táng từ bảo hiểm xã hội" là 03/12/2026 17:00
      Và cán bộ bảo hiểm xã hội thấy hồ sơ trong hàng "Của tôi"
      Và cán bộ bảo hiểm xã hội đọc thấy "Chủ tài khoản là Nguyễn Thị Hòa"

    Kịch bản: Bổ sung cho một cơ quan không làm cơ quan khác phải chờ
      Khi cán bộ bảo hiểm xã hội làm bước "Yêu cầu bổ sung":
        | Mọi điều còn thiếu, mỗi dòng một điều | Tên chủ tài khoản |
      Thì "Xóa đăng ký thường trú" đang ở "Đã có kết quả"
      Và "Đăng ký khai tử" đang ở "Đã có kết quả"
