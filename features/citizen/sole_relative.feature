# language: vi
@citizen @death
Tính năng: Trợ cấp tuất một lần: thân nhân duy nhất, danh sách đúng người, và quyền không đồng ý

  Quy tắc: [73] Các thân nhân cử một người; chỉ có một người thì không chờ ai (1449/QĐ-BHXH, chưa rõ điều)

    Kịch bản: Thân nhân duy nhất nộp được, không phải chờ xác nhận
      Khi Nguyễn Thị Hòa điền tờ khai khai tử, là thân nhân duy nhất
      Thì trang ghi "Nếu bạn là thân nhân duy nhất thì đúng như vậy"
      Khi Nguyễn Thị Hòa xác nhận đúng như vậy
      Và Nguyễn Thị Hòa mở trang "/khai-tu/kiem-tra"
      Thì trang ghi "Người nộp khai là thân nhân duy nhất nên không có ai phải đồng ý."

    Kịch bản: Hồ sơ của thân nhân duy nhất được tiếp nhận ngay
      Biết Nguyễn Thị Hòa đã nộp tờ khai khai tử, một mình
      Và "Khai tử" đã có kết quả
      Thì "Tử tuất" đang ở "Mới tiếp nhận"
      Khi cán bộ bảo hiểm xã hội mở hồ sơ
      Thì trang ghi "Người nộp khai là thân nhân duy nhất"

    Khung kịch bản: Danh sách không nhận người nộp, không nhận người mất
      Biết Nguyễn Thị Hòa đã điền tờ khai khai tử:
        | Bạn muốn làm những thủ tục nào? | four |
      Khi Nguyễn Thị Hòa mở phần "Thân nhân hưởng tuất"
      Và Nguyễn Thị Hòa điền dòng thứ 1 của danh sách thân nhân:
        | Họ và tên             | Nguyễn Thị Hòa |
        | Số định danh cá nhân  | <số>           |
        | Quan hệ               | child          |
      Thì trang trả lời mã 422
      Và trang ghi "<lời>"

      Dữ liệu:
        | số           | lời                     |
        | 001175004567 | đây là số của bạn       |
        | 001045000123 | đây là số của người mất |

  Quy tắc: [73] Thân nhân được quyền không đồng ý (296/QĐ-VPCP, chưa rõ điều)

    Kịch bản: Một người không đồng ý thì cán bộ xem xét, chưa duyệt được
      Biết Nguyễn Thị Hòa đã nộp tờ khai khai tử:
        | Bạn muốn làm những thủ tục nào? | four |
      Và "Khai tử" đã có kết quả
      Khi Trần Thị Lan mở hồ sơ
      Và Trần Thị Lan bấm "Không đồng ý"
      Thì "Tử tuất" đang ở "Đang thẩm tra"
      Và Nguyễn Thị Hòa đọc thấy "Một thân nhân không đồng ý cử bạn nhận trợ cấp một lần."
