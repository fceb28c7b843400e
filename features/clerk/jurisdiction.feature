# language: vi
@clerk @birth
Tính năng: Cơ quan nào giải quyết là theo địa bàn của cả nước, và chỉ thấy phần việc của mình

  Quy tắc: [32] Cơ quan không có thẩm quyền thì chuyển cho cơ quan có thẩm quyền (60/2014/QH13 Điều 9)

    Bối cảnh:
      Biết Trần Thị Mai đã nộp tờ khai khai sinh

    Kịch bản: Chuyển đến một phường chưa từng có hồ sơ nào, mang tên của ngày hôm nay
      Khi cán bộ hộ tịch làm bước "Chuyển cơ quan có thẩm quyền":
        | Xã, phường có thẩm quyền | Bố Hạ, Bắc Ninh              |
        | Lý do                    | Cha mẹ thỏa thuận nơi cư trú |
      Thì "Khai sinh" ở "Tư pháp, hộ tịch – Phường Bố Hạ, thành phố Bắc Ninh"
      Và cán bộ hộ tịch thấy hồ sơ trong hàng "Cần làm"
      Và cán bộ hộ tịch ở "Ba Đình" không thấy hồ sơ

    Kịch bản: Nhiều nơi cùng tên thì hỏi lại, hồ sơ vẫn ở chỗ cũ
      Khi cán bộ hộ tịch làm bước "Chuyển cơ quan có thẩm quyền":
        | Xã, phường có thẩm quyền | Tân Thành            |
        | Lý do                    | Cha mẹ đã chuyển nhà |
      Thì trang ghi "có nhiều nơi mang tên này"
      Và trang ghi "Hãy viết đủ dấu và thêm tên tỉnh."
      Và "Khai sinh" ở "Tư pháp, hộ tịch – Phường Ba Đình, thành phố Hà Nội"

    Kịch bản: Xã đã nhập vào xã khác thì cơ quan của xã mới nhận hồ sơ
      Biết "Phường Hoàn Kiếm, thành phố Hà Nội" đã nhập vào "Phường Cửa Nam, thành phố Hà Nội" từ hôm qua
      Khi cán bộ hộ tịch làm bước "Chuyển cơ quan có thẩm quyền":
        | Xã, phường có thẩm quyền | 00070                |
        | Lý do                    | Cha mẹ cư trú ở đó   |
      Thì "Khai sinh" ở "Tư pháp, hộ tịch – Phường Cửa Nam, thành phố Hà Nội"
      Và cán bộ hộ tịch thấy hồ sơ trong hàng "Cần làm"

  Quy tắc: [85] Cơ quan tiếp theo chỉ nhận dữ liệu mà thủ tục của mình cần (63/2024/NĐ-CP Điều 7)

    Kịch bản: Không ai tìm ra hồ sơ bằng dữ liệu mà mình không được xem
      Biết Trần Thị Mai đã nộp tờ khai khai sinh
      Thì cán bộ hộ tịch tìm thấy hồ sơ bằng "001090001234"
      Khi các cơ quan đưa "Khai sinh" đến kết quả
      Thì cán bộ bảo hiểm xã hội tìm thấy hồ sơ bằng:
        | mã hồ sơ |
      Và cán bộ bảo hiểm xã hội không tìm thấy hồ sơ bằng "001090001234"
