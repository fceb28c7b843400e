# language: vi
@citizen @birth
Tính năng: Ai được nộp tờ khai khai sinh, và nộp cho em bé nào

  Quy tắc: [1] Trẻ đủ 6 tuổi không làm theo nhóm liên thông (63/2024/NĐ-CP, chưa rõ điều)

    Kịch bản: Em bé vừa tròn 72 tháng
      Khi Trần Thị Mai điền tờ khai khai sinh:
        | Ngày, tháng, năm sinh | 20/11/2020 |
      Thì trang ghi "Em bé đã đủ 6 tuổi nên không làm được theo nhóm liên thông này."
      Khi Trần Thị Mai bấm "Nộp hồ sơ"
      Thì trang trả lời mã 409
      Và trang ghi "Bạn hãy đăng ký khai sinh riêng tại Ủy ban nhân dân cấp xã (thủ tục 1.001193)."
      Và Trần Thị Mai chưa nộp hồ sơ nào

    Kịch bản: Còn một ngày nữa mới đủ 72 tháng
      Biết Trần Thị Mai đã điền tờ khai khai sinh:
        | Ngày, tháng, năm sinh | 21/11/2020 |
      Khi Trần Thị Mai nộp tờ khai
      Thì trang ghi "Đã nộp hồ sơ"

  Quy tắc: [2] Thông tin của người nộp lấy từ danh tính đã đăng nhập, không gõ lại được (mẫu tờ khai trên Cổng, chưa rõ điều)

    Kịch bản: Họ tên và số định danh chỉ để xem
      Biết Trần Thị Mai đã điền tờ khai khai sinh
      Khi Trần Thị Mai mở phần "Bạn là ai"
      Thì trang có:
        | Họ, chữ đệm, tên của bạn      | Trần Thị Mai |
        | Số định danh cá nhân của bạn  | 001192004321 |
      Và tờ khai không hỏi "Họ, chữ đệm, tên của bạn"
      Và tờ khai hỏi "Số điện thoại của bạn"

    Kịch bản: Người chưa đăng nhập không mở được tờ khai
      Khi có người mở trang "/khai-sinh/viec"
      Thì trang ghi "Đăng nhập bằng định danh điện tử"

  Quy tắc: [3] Cha, mẹ, người giám hộ khai; nếu không thì ông bà, người thân, người nuôi dưỡng (60/2014/QH13 Điều 15)

    Kịch bản: Bốn cách trả lời
      Biết Trần Thị Mai đã điền tờ khai khai sinh
      Khi Trần Thị Mai mở phần "Bạn là ai"
      Thì tờ khai cho chọn "Bạn là gì của em bé?":
        | Mẹ                                              |
        | Cha                                             |
        | Người giám hộ, người đại diện                   |
        | Ông, bà, người thân thích, người đang nuôi dưỡng |

  Quy tắc: [13] Cha chưa kết hôn muốn có tên thì kết hợp nhận cha, mẹ, con (123/2015/NĐ-CP Điều 15)

    Kịch bản: Người cha khai nhưng tờ khai không ghi phần về cha
      Khi Nguyễn Văn Hùng điền tờ khai khai sinh:
        | Khai sinh cho em bé có cha mẹ nào? | Chỉ có mẹ, chưa xác định được cha |
      Thì trang ghi "hãy làm thủ tục khai sinh kết hợp nhận cha, mẹ, con (1.000689)."
      Khi Nguyễn Văn Hùng bấm "Nộp hồ sơ"
      Thì trang ghi "Đã nộp hồ sơ"
