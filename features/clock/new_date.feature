# language: vi
@clock @birth
Tính năng: Hẹn lại một lần, và báo trước
  Thấy không kịp thì nói trước với người nộp, kèm lý do và ngày mới.

  Bối cảnh:
    Biết lúc này là thứ Hai 02/03/2026 09:00
    Và Trần Thị Mai đã nộp tờ khai khai sinh
    Và "Khai sinh" đã có kết quả

  Quy tắc: [88] Chỉ hẹn lại một lần, có lý do (297/2025/NĐ-CP, chưa rõ điều)

    Kịch bản: Cơ quan hẹn lại, người nộp được xin lỗi
      Khi cán bộ bảo hiểm xã hội hẹn lại ngày 2026-03-06 vì "Hệ thống cấp thẻ đang bảo trì"
      Thì Trần Thị Mai nhận 1 lời xin lỗi
      Và Trần Thị Mai đọc thấy "Hệ thống cấp thẻ đang bảo trì"
      Và Trần Thị Mai đọc thấy "Ngày hẹn mới: 17 giờ, thứ Sáu 06/03/2026."

    Kịch bản: Lần thứ hai bị từ chối
      Khi cán bộ bảo hiểm xã hội hẹn lại ngày 2026-03-06 vì "Hệ thống cấp thẻ đang bảo trì"
      Và cán bộ bảo hiểm xã hội tự gửi hẹn lại ngày 2026-03-09 vì "Hệ thống vẫn đang bảo trì"
      Thì trang trả lời mã 422
      Và trang ghi "Mỗi phần hồ sơ chỉ được hẹn lại một lần; phần này đã có ngày hẹn lại."
      Và Trần Thị Mai nhận 1 lời xin lỗi

    Kịch bản: Đã hẹn lại thì đến hạn cũ không xin lỗi lần nữa
      Khi cán bộ bảo hiểm xã hội hẹn lại ngày 2026-03-06 vì "Hệ thống cấp thẻ đang bảo trì"
      Và đến thứ Tư 04/03/2026 17:01
      Thì người giám sát có 1 cảnh báo "“Thẻ BHYT” đã quá hạn"
      Và "Thẻ BHYT" chỉ được xin lỗi 1 lần

    Khung kịch bản: Ngày hẹn mới phải là ngày làm việc sau hạn cũ, và phải có lý do
      Khi cán bộ bảo hiểm xã hội hẹn lại ngày <ngày> vì "<lý do>"
      Thì trang trả lời mã 422
      Và trang ghi "<lời>"

      Dữ liệu:
        | ngày       | lý do                        | lời                                                  |
        | 2026-03-04 | Hệ thống cấp thẻ đang bảo trì | Ngày hẹn lại phải là ngày làm việc sau 04/03/2026. |
        | 2026-03-07 | Hệ thống cấp thẻ đang bảo trì | Ngày hẹn lại phải là ngày làm việc sau 04/03/2026. |
        | 2026-03-06 | bận                          | Hãy viết lý do rõ hơn, ít nhất 10 chữ cái.           |
        | 06/03/2026 | Hệ thống cấp thẻ đang bảo trì | Hãy chọn ngày hẹn mới.                                   |

  Quy tắc: [89] Thấy trước là trễ thì báo trước ít nhất một ngày (Quy chế Lai Châu 21/11/2025, chưa rõ điều)

    Kịch bản: Sáng ngày làm việc trước hạn, cơ quan được nhắc báo trước
      Khi đến thứ Ba 03/03/2026 07:29
      Thì cán bộ bảo hiểm xã hội chưa có cảnh báo "“Thẻ BHYT” đến hạn vào ngày làm việc tới."
      Khi đến thứ Ba 03/03/2026 07:30
      Thì cán bộ bảo hiểm xã hội có 1 cảnh báo "“Thẻ BHYT” đến hạn vào ngày làm việc tới."

    Kịch bản: Hẹn lại trước một ngày được ghi là báo trước, cùng ngày thì không
      Khi cán bộ bảo hiểm xã hội hẹn lại ngày 2026-03-06 vì "Hệ thống cấp thẻ đang bảo trì"
      Thì việc hẹn lại được ghi là báo trước
      Khi đến thứ Tư 04/03/2026 09:00
      Và trưởng công an xã hẹn lại ngày 2026-03-06 vì "Phải kiểm tra chỗ ở của gia đình"
      Thì việc hẹn lại của "Thường trú" được ghi là báo muộn
