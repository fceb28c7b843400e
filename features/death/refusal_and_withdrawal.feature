# language: vi
@chain @death
Tính năng: Khi hồ sơ sau khi có người mất bị từ chối, bị dừng hay cần bổ sung
  Việc đã xong giữ nguyên giá trị; việc chưa đến lượt không mở nữa.

  Quy tắc: [92] Từ chối phải bằng văn bản, có lý do (60/2014/QH13 Điều 5)

    Kịch bản: Từ chối khai tử thì không việc nào khác mở ra
      Biết Nguyễn Thị Hòa đã nộp tờ khai khai tử:
        | Bạn muốn làm những thủ tục nào? | three |
      Khi cán bộ hộ tịch làm bước "Từ chối":
        | Lý do         | Giấy báo tử ghi tên người khác |
        | Căn cứ pháp lý | 60/2014/QH13 Điều 34          |
      Thì phần "Đăng ký khai tử" ghi "Lý do: Giấy báo tử ghi tên người khác"
      Và "Xóa thường trú" chưa mở: "Không mở vì “Khai tử” không có kết quả."
      Và "Trợ cấp mai táng từ bảo hiểm xã hội" chưa mở: "Không mở vì “Khai tử” không có kết quả."
      Và hồ sơ ghi "Hồ sơ đã kết thúc, có phần không được giải quyết"

    Kịch bản: Từ chối mai táng phí thì khai tử và xóa thường trú vẫn có giá trị
      Biết Nguyễn Thị Hòa đã nộp tờ khai khai tử:
        | Bạn muốn làm những thủ tục nào? | three |
      Và "Khai tử" đã có kết quả
      Khi cán bộ bảo hiểm xã hội làm bước "Từ chối":
        | Lý do         | Chưa đủ thời gian đóng |
        | Căn cứ pháp lý | 41/2024/QH15 Điều 85  |
      Thì phần "Trợ cấp mai táng từ bảo hiểm xã hội" ghi "Lý do: Chưa đủ thời gian đóng"
      Và "Đăng ký khai tử" đang ở "Đã có kết quả"
      Và "Xóa đăng ký thường trú" đang ở "Đã có kết quả"
      Và Nguyễn Thị Hòa nhận được thông báo "Hồ sơ bị từ chối. Lý do có trên trang theo dõi."

    Kịch bản: Phần mềm chi trả không chấp nhận thì cán bộ xem lại, không ai bị bỏ lửng
      Biết phần mềm bảo hiểm xã hội trả lời "funeral.decide" là "refused"
      Và Nguyễn Thị Hòa đã nộp tờ khai khai tử:
        | Bạn muốn làm những thủ tục nào? | three |
      Và "Khai tử" đã có kết quả
      Và cán bộ bảo hiểm xã hội đã làm bước "Tiếp nhận"
      Khi cán bộ bảo hiểm xã hội làm bước "Duyệt hưởng trợ cấp mai táng"
      Thì "Trợ cấp mai táng từ bảo hiểm xã hội" đang ở "Đang thẩm tra"
      Và cán bộ bảo hiểm xã hội thấy hồ sơ trong hàng "Cần làm"

  Quy tắc: [93] Người nộp được dừng hồ sơ; việc đã xong giữ nguyên, việc sau không mở nữa (118/2025/NĐ-CP Điều 21)

    Kịch bản: Rút trước khi ghi sổ thì không có gì được ghi
      Biết Nguyễn Thị Hòa đã nộp tờ khai khai tử
      Khi Nguyễn Thị Hòa rút hồ sơ
      Thì hồ sơ ghi "Hồ sơ đã được rút"
      Và phần mềm hộ tịch đã thực hiện "death.register" 0 lần
      Và "Đăng ký khai tử" đang ở "Đã rút theo yêu cầu"

    Kịch bản: Rút khi mai táng phí đang xem thì trích lục vẫn có giá trị
      Biết Nguyễn Thị Hòa đã nộp tờ khai khai tử:
        | Bạn muốn làm những thủ tục nào? | four |
      Và "Khai tử" đã có kết quả
      Khi Nguyễn Thị Hòa rút hồ sơ
      Thì hồ sơ ghi "Hồ sơ đã được rút"
      Và kết quả "Trích lục khai tử" có:
        | Số | 1/2026 |
      Và "Trợ cấp mai táng từ bảo hiểm xã hội" đang ở "Đã rút theo yêu cầu"
      Và "Chế độ tử tuất" đang ở "Đã rút theo yêu cầu"
