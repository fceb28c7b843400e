# language: vi
@citizen @death
Tính năng: Thân nhân không dùng được VNeID
  Mẫu số 09-HSB thay cho xác nhận điện tử; khi đó không ai phải chờ.

  Quy tắc: [73] Không xác nhận được trên VNeID thì thay bằng Mẫu số 09-HSB (1449/QĐ-BHXH, chưa rõ điều)

    Kịch bản: Có sẵn Mẫu số 09-HSB thì hồ sơ tử tuất mở ngay, đồng hồ chạy ngay
      Biết lúc này là thứ Hai 05/10/2026 09:00
      Và Nguyễn Thị Hòa đã nộp tờ khai khai tử:
        | Bạn muốn làm những thủ tục nào?                                                      | four |
        | Có thân nhân không xác nhận được trên VNeID và đã lập Mẫu số 09-HSB không? | yes  |
      Và "Khai tử" đã có kết quả
      Thì "Chế độ tử tuất" đang ở "Mới tiếp nhận"
      Và hạn của "Chế độ tử tuất" là 15/10/2026 17:00
      Và Nguyễn Thị Hòa được hẹn trả kết quả vào 16/10/2026 17:00

    Kịch bản: Nhận hằng tháng thì không cần thân nhân cử người đại diện
      Biết Nguyễn Thị Hòa đã nộp tờ khai khai tử:
        | Bạn muốn làm những thủ tục nào?              | four    |
        | Thân nhân nhận trợ cấp tuất thế nào?         | monthly |
      Và "Khai tử" đã có kết quả
      Thì "Chế độ tử tuất" đang ở "Mới tiếp nhận"

    Kịch bản: Một thân nhân ghi hai lần thì tờ khai trả lại dòng thừa
      Biết Nguyễn Thị Hòa đã điền tờ khai khai tử:
        | Bạn muốn làm những thủ tục nào? | four |
      Khi Nguyễn Thị Hòa mở phần "Thân nhân hưởng tuất"
      Và Nguyễn Thị Hòa điền dòng thứ 3 của danh sách thân nhân:
        | Họ và tên            | Trần Thị Lan  |
        | Số định danh cá nhân | 001148000777  |
        | Quan hệ              | Vợ hoặc chồng |
      Thì trang trả lời mã 422
      Và trang ghi "người thứ 3, số định danh cá nhân: người này đã có ở dòng trên."

    Kịch bản: Quan hệ được chọn từ danh sách, không phải đoán cách ghi
      Biết Nguyễn Thị Hòa đã điền tờ khai khai tử:
        | Bạn muốn làm những thủ tục nào? | four |
      Khi Nguyễn Thị Hòa mở phần "Thân nhân hưởng tuất"
      Thì tờ khai cho chọn "Quan hệ":
        | Vợ hoặc chồng   |
        | Con             |
        | Cha hoặc mẹ     |
        | Người thân khác |
