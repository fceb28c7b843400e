# language: vi
@clerk @birth
Tính năng: Thẻ bảo hiểm y tế của em bé

  Quy tắc: [48] Bảo hiểm xã hội có 2 ngày làm việc (63/2024/NĐ-CP Điều 8)

    Khung kịch bản: Hạn của thẻ tính từ khi có giấy khai sinh
      Biết lúc này là <có giấy>
      Và Trần Thị Mai đã nộp tờ khai khai sinh
      Và "Khai sinh" đã có kết quả
      Thì hạn của "Thẻ BHYT" là <hạn>

      Dữ liệu:
        | có giấy                  | hạn              |
        | thứ Hai 16/11/2026 10:00 | 18/11/2026 17:00 |
        | thứ Sáu 20/11/2026 15:30 | 25/11/2026 17:00 |

  Quy tắc: [49] Thẻ thuộc nhóm trẻ em, mức hưởng 1, ngân sách đóng (25/2008/QH12, chưa rõ điều)

    Kịch bản: Những gì in trên thẻ
      Biết Trần Thị Mai đã nộp tờ khai khai sinh
      Và "Khai sinh" đã có kết quả
      Và "Thẻ BHYT" đã có kết quả
      Thì kết quả "Thẻ bảo hiểm y tế điện tử" có:
        | Nhóm đối tượng                       | TE                 |
        | Mức hưởng                            | 1                  |
        | Cha, mẹ hoặc người giám hộ           | Trần Thị Mai       |
        | Nơi đăng ký khám, chữa bệnh ban đầu | Bệnh viện Bạch Mai |

  Quy tắc: [50] Thẻ dùng đến khi đủ 72 tháng; sinh trước 30/9 thì đến 30/9 (25/2008/QH12 Điều 16)

    Khung kịch bản: Ngày cuối của thẻ
      Biết lúc này là <nộp>
      Và Trần Thị Mai đã nộp tờ khai khai sinh:
        | Ngày, tháng, năm sinh | <sinh> |
      Và "Khai sinh" đã có kết quả
      Và "Thẻ BHYT" đã có kết quả
      Thì kết quả "Thẻ bảo hiểm y tế điện tử" có:
        | Có giá trị từ  | <sinh> |
        | Có giá trị đến | <đến>  |

      Dữ liệu:
        | nộp                      | sinh       | đến        |
        | thứ Sáu 20/11/2026 09:00 | 16/11/2026 | 30/11/2032 |
        | thứ Hai 05/10/2026 09:00 | 30/09/2026 | 30/09/2032 |
        | thứ Hai 05/10/2026 09:00 | 01/10/2026 | 31/10/2032 |

  Quy tắc: [51] Em bé đã có thẻ thì kết thúc là "đã cấp", không có thẻ thứ hai (25/2008/QH12 Điều 16)

    Kịch bản: Bảo hiểm xã hội báo em bé đã có thẻ
      Biết phần mềm bảo hiểm xã hội trả lời "card.issue" là "already-issued"
      Và Trần Thị Mai đã nộp tờ khai khai sinh
      Và "Khai sinh" đã có kết quả
      Khi cán bộ bảo hiểm xã hội làm bước "Tiếp nhận"
      Và cán bộ bảo hiểm xã hội làm bước "Duyệt cấp thẻ"
      Thì "Thẻ BHYT" đang ở "Em bé đã có thẻ"
      Và Trần Thị Mai nhận được thông báo "Em bé đã có thẻ bảo hiểm y tế từ trước, thẻ đó vẫn dùng được."
      Và trang không ghi "Thẻ bảo hiểm y tế điện tử"

    Kịch bản: Thẻ đã có thì hồ sơ vẫn xong, không phải là bị từ chối
      Biết phần mềm bảo hiểm xã hội trả lời "card.issue" là "already-issued"
      Và Trần Thị Mai đã nộp tờ khai khai sinh
      Và "Khai sinh" đã có kết quả
      Và "Thường trú" đã có kết quả
      Khi cán bộ bảo hiểm xã hội làm bước "Tiếp nhận"
      Và cán bộ bảo hiểm xã hội làm bước "Duyệt cấp thẻ"
      Thì hồ sơ ghi "Đã có đủ kết quả"
