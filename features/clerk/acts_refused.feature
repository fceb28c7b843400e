# language: vi
@clerk @death
Tính năng: Mỗi việc của cán bộ có điều kiện, thiếu thì không đổi gì
  Ký, cấp và người ký khác người chuẩn bị ở signing.feature; từ chối ở refusal.feature; chỗ này là những việc còn lại.

  Quy tắc: [92] Văn bản có lý do; thiếu điều phải có thì việc không được làm (60/2014/QH13 Điều 5)

    Bối cảnh:
      Biết Nguyễn Thị Hòa đã nộp tờ khai khai tử

    Kịch bản: Không tiếp nhận hai lần
      Biết cán bộ hộ tịch đã làm bước "Tiếp nhận"
      Khi cán bộ hộ tịch tự gửi bước "Tiếp nhận"
      Thì trang trả lời mã 409
      Và "Khai tử" đang ở "Đang thẩm tra"

    Kịch bản: Xác minh rồi ghi kết quả
      Biết cán bộ hộ tịch đã làm bước "Tiếp nhận"
      Khi cán bộ hộ tịch làm bước "Xác minh sự việc":
        | Điều cần xác minh và nơi xác minh | Giờ mất, hỏi bệnh viện |
      Thì "Khai tử" đang ở "Đang xác minh"
      Khi cán bộ hộ tịch làm bước "Ghi kết quả xác minh":
        | Kết quả xác minh | Bệnh viện xác nhận đúng |
      Thì "Khai tử" đang ở "Đang thẩm tra"

    Kịch bản: Không nói điều cần xác minh thì không xác minh
      Biết cán bộ hộ tịch đã làm bước "Tiếp nhận"
      Khi cán bộ hộ tịch tự gửi bước "Xác minh sự việc"
      Thì trang trả lời mã 422
      Và "Khai tử" đang ở "Đang thẩm tra"

    Kịch bản: Không chọn xã, phường thì không chuyển đi đâu
      Khi cán bộ hộ tịch làm bước "Chuyển cơ quan có thẩm quyền":
        | Lý do | Không phải ở đây |
      Thì trang trả lời mã 422
      Và "Khai tử" ở "Tư pháp, hộ tịch – Phường Ba Đình, thành phố Hà Nội"

    Kịch bản: Chưa tiếp nhận thì chưa chuyển ký
      Khi cán bộ hộ tịch tự gửi bước "Chuyển ký"
      Thì trang trả lời mã 409
      Và trang ghi "Mới tiếp nhận"

  Quy tắc: [55] Ai thấy sai thì trả lại nơi cấp; nơi cấp sửa hoặc giữ, có lý do (63/2024/NĐ-CP Điều 8)

    Bối cảnh:
      Biết Nguyễn Thị Hòa đã nộp tờ khai khai tử:
        | Bạn muốn làm những thủ tục nào? | four |
        | Có thân nhân không xác nhận được trên VNeID và đã lập Mẫu số 09-HSB không? | yes |
      Và "Khai tử" đã có kết quả

    Kịch bản: Không nói sai ở đâu thì không trả lại được
      Khi cán bộ bảo hiểm xã hội làm bước "Tiếp nhận" của "Tử tuất"
      Và cán bộ bảo hiểm xã hội làm bước "Trả lại nơi cấp trích lục để sửa" của "Tử tuất":
        | Lý do | Sổ hưu ghi khác |
      Thì trang trả lời mã 422
      Và "Khai tử" đang ở "Đã có kết quả"

    Kịch bản: Sửa sau khi cấp phải có lý do
      Khi cán bộ bảo hiểm xã hội làm bước "Tiếp nhận" của "Tử tuất"
      Và cán bộ bảo hiểm xã hội làm bước "Trả lại nơi cấp trích lục để sửa" của "Tử tuất":
        | Nội dung sai trong trích lục | Họ tên người mất |
        | Lý do                        | Sổ hưu ghi khác  |
      Thì "Khai tử" đang ở "Đang sửa sai sót"
      Khi cán bộ hộ tịch tự gửi bước "Sửa và cấp lại trích lục khai tử"
      Thì trang trả lời mã 422
      Và "Khai tử" đang ở "Đang sửa sai sót"
