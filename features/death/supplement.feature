# language: vi
@clock @death
Tính năng: Bổ sung hồ sơ sau khi có người mất

  Bối cảnh:
    Biết lúc này là thứ Hai 05/10/2026 09:00
    Và Nguyễn Thị Hòa đã nộp tờ khai khai tử:
      | Bạn muốn làm những thủ tục nào? | three |
    Và cán bộ hộ tịch đã làm bước "Tiếp nhận"

  Quy tắc: [26] Có 7 ngày làm việc để bổ sung; bổ sung xong thì hạn tính lại từ đầu, quá hạn thì từ chối (63/2024/NĐ-CP Điều 8)

    Kịch bản: Gia đình bổ sung giấy báo tử
      Khi cán bộ hộ tịch làm bước "Yêu cầu bổ sung":
        | Mọi điều còn thiếu, mỗi dòng một điều | Giấy báo tử có đóng dấu |
      Thì hồ sơ ghi "Bạn cần bổ sung hồ sơ"
      Và Nguyễn Thị Hòa biết đồng hồ đang dừng
      Khi đến thứ Tư 07/10/2026 10:00
      Và Nguyễn Thị Hòa bổ sung "Đã gửi bản chụp giấy báo tử"
      Thì "Đăng ký khai tử" đang ở "Đang thẩm tra"
      Và hạn của "Đăng ký khai tử" là 07/10/2026 17:00
      Và Nguyễn Thị Hòa được hẹn trả kết quả vào 20/10/2026 17:00

    Kịch bản: Không ai trả lời thì hồ sơ bị từ chối, các việc sau không mở
      Khi cán bộ hộ tịch làm bước "Yêu cầu bổ sung":
        | Mọi điều còn thiếu, mỗi dòng một điều | Giấy báo tử có đóng dấu |
      Và đến thứ Tư 14/10/2026 16:59
      Thì "Đăng ký khai tử" đang ở "Chờ người dân bổ sung"
      Khi đến thứ Tư 14/10/2026 17:00
      Thì phần "Đăng ký khai tử" ghi "Lý do: Quá thời hạn bổ sung mà không nhận được bổ sung."
      Và "Xóa thường trú" chưa mở: "Không mở vì “Khai tử” không có kết quả."
      Và Nguyễn Thị Hòa nhận được thông báo "Hồ sơ bị từ chối vì quá hạn bổ sung."

  Quy tắc: [90] Mỗi hồ sơ chỉ được yêu cầu bổ sung một lần (297/2025/NĐ-CP, chưa rõ điều)

    Kịch bản: Lần thứ hai không còn làm được
      Biết cán bộ hộ tịch đã làm bước "Yêu cầu bổ sung":
        | Mọi điều còn thiếu, mỗi dòng một điều | Giấy báo tử có đóng dấu |
      Khi Nguyễn Thị Hòa bổ sung "Đã gửi bản chụp giấy báo tử"
      Và cán bộ hộ tịch mở hồ sơ
      Thì bước "Yêu cầu bổ sung" chưa làm được: "Mỗi hồ sơ chỉ được yêu cầu bổ sung một lần."
