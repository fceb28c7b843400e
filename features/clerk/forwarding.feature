# language: vi
@clerk @death
Tính năng: Hồ sơ đến nhầm cơ quan thì được chuyển đi, không bị từ chối suông

  Quy tắc: [32] Cơ quan không có thẩm quyền thì chuyển cho cơ quan có thẩm quyền (60/2014/QH13 Điều 9)

    Kịch bản: Từ phường nơi mất sang phường nơi người mất từng ở
      Biết Đỗ Văn Năm đã nộp tờ khai khai tử
      Khi cán bộ hộ tịch làm bước "Chuyển cơ quan có thẩm quyền":
        | Xã, phường có thẩm quyền | Phường Hoàn Kiếm, thành phố Hà Nội |
        | Lý do                    | Nơi cư trú cuối cùng ở Hoàn Kiếm   |
      Thì "Đăng ký khai tử" ở "Tư pháp, hộ tịch – Phường Hoàn Kiếm, thành phố Hà Nội"
      Và cán bộ hộ tịch ở "Bến Thành" không thấy hồ sơ
      Và cán bộ hộ tịch thấy hồ sơ trong hàng "Cần làm"
      Và cán bộ hộ tịch đọc thấy "Nơi cư trú cuối cùng ở Hoàn Kiếm"

    Kịch bản: Cơ quan của tỉnh chuyển sang cơ quan của tỉnh khác
      Biết Lê Thị Hạnh đã nộp tờ khai khai tử:
        | Bạn muốn làm những thủ tục nào? | three |
      Và "Khai tử" đã có kết quả
      Khi cán bộ người có công làm bước "Chuyển cơ quan có thẩm quyền":
        | Xã, phường có thẩm quyền | Phường Hải Châu, thành phố Đà Nẵng   |
        | Lý do                    | Hồ sơ người có công do Đà Nẵng quản lý |
      Thì "Người có công" ở "Người có công – Thành phố Đà Nẵng"
      Và cán bộ người có công thấy hồ sơ trong hàng "Cần làm"

    Kịch bản: Hạn của cơ quan mới vẫn tính từ ngày nhận hồ sơ
      Biết lúc này là thứ Hai 05/10/2026 09:00
      Và Má Thị Sở đã nộp tờ khai khai tử:
        | Bạn muốn làm những thủ tục nào? | three |
      Và "Khai tử" đã có kết quả
      Khi đến thứ Tư 07/10/2026 10:00
      Và cán bộ bảo trợ xã hội làm bước "Chuyển cơ quan có thẩm quyền":
        | Xã, phường có thẩm quyền | Phường Lào Cai, tỉnh Lào Cai |
        | Lý do                    | Người mất nhận trợ cấp ở đó  |
      Thì hạn của "Hỗ trợ chi phí mai táng cho đối tượng bảo trợ xã hội" là 12/10/2026 17:00
