# language: vi
@agency @birth
Tính năng: Số định danh đến muộn
  Số đến lúc nào thì được ghi lúc đó, hồ sơ không phải làm lại.

  Quy tắc: [28] Không cấp được số thì ghi vướng mắc, hồ sơ không dừng trong im lặng (63/2024/NĐ-CP Điều 8)

    Bối cảnh:
      Biết cơ sở dữ liệu dân cư cần 5 phút cho "personal-id.assign"
      Và Trần Thị Mai đã nộp tờ khai khai sinh
      Và cán bộ hộ tịch đã làm bước "Tiếp nhận"
      Và cán bộ hộ tịch đã làm bước "Xin số định danh cá nhân"

    Kịch bản: Trong lúc chờ, ai cũng thấy đang chờ gì
      Thì Trần Thị Mai đọc thấy "Đang xin số định danh cá nhân cho em bé từ cơ sở dữ liệu dân cư."
      Và cán bộ hộ tịch thấy hồ sơ trong hàng "Chờ hệ thống khác"
      Và cán bộ hộ tịch đọc thấy "Đã nhận, chờ trả lời"

    Kịch bản: Số đến thì hồ sơ tự đi tiếp
      Khi đến thứ Sáu 20/11/2026 09:06
      Thì "Khai sinh" đang ở "Chờ ký"

  Quy tắc: [29] Giấy khai sinh chưa có số vẫn có giá trị; số đến sau thì bổ sung và cấp lại (3160/BTP-CNTT, chưa rõ điều)

    Bối cảnh:
      Biết cơ sở dữ liệu dân cư làm rơi câu trả lời "personal-id.assign" 8 lần
      Và Trần Thị Mai đã nộp tờ khai khai sinh
      Và cán bộ hộ tịch đã làm bước "Tiếp nhận"
      Và cán bộ hộ tịch đã làm bước "Xin số định danh cá nhân"
      Và đã đến thứ Sáu 20/11/2026 10:00
      Và cán bộ hộ tịch đã làm bước "Cấp giấy trước, bổ sung số sau":
        | Lý do | Cơ sở dữ liệu không trả lời |

    Kịch bản: Số đến khi đang chờ ký thì in luôn vào giấy
      Khi cơ sở dữ liệu dân cư tự báo lại câu trả lời
      Thì "Khai sinh" đang ở "Chờ ký"
      Khi lãnh đạo hộ tịch làm bước "Ký, ghi sổ khai sinh"
      Thì kết quả "Giấy khai sinh" có:
        | Số định danh cá nhân của em bé | 001326379009 |

    Kịch bản: Số đến sau khi đã cấp giấy thì cấp lại, thẻ không còn phải chờ
      Khi lãnh đạo hộ tịch làm bước "Ký, ghi sổ khai sinh"
      Thì kết quả "Giấy khai sinh" không có "Số định danh cá nhân của em bé"
      Khi cơ sở dữ liệu dân cư tự báo lại câu trả lời
      Thì kết quả "Giấy khai sinh (bản thứ 2)" có:
        | Số                             | 1/2026       |
        | Số định danh cá nhân của em bé | 001326379009 |
      Và Trần Thị Mai nhận được thông báo "Em bé đã có số định danh cá nhân. Giấy khai sinh điện tử đã được bổ sung số này."
      Khi cán bộ bảo hiểm xã hội làm bước "Tiếp nhận"
      Và cán bộ bảo hiểm xã hội làm bước "Duyệt cấp thẻ"
      Thì "Thẻ BHYT" đang ở "Đã có kết quả"

    Kịch bản: Báo đi báo lại cũng chỉ ghi một lần
      Khi lãnh đạo hộ tịch làm bước "Ký, ghi sổ khai sinh"
      Và cơ sở dữ liệu dân cư tự báo lại câu trả lời
      Và cơ sở dữ liệu dân cư tự báo lại câu trả lời
      Thì cơ sở dữ liệu dân cư đã thực hiện "personal-id.assign" 1 lần
      Và kết quả "Giấy khai sinh (bản thứ 2)" có:
        | Số | 1/2026 |
