# language: vi
@agency @death
Tính năng: Xóa đăng ký thường trú của người mất
  Trước 15/03/2026 công an duyệt từng hồ sơ; từ ngày đó việc xóa theo dữ liệu khai tử, gia đình không nộp gì.

  Quy tắc: [66] Trước 15/03/2026: công an xã xóa trong ngày nhận trích lục (296/QĐ-VPCP, chưa rõ điều)

    Kịch bản: Cán bộ công an xem và duyệt
      Biết lúc này là thứ Ba 10/03/2026 09:00
      Và Nguyễn Thị Hòa đã nộp tờ khai khai tử
      Và "Khai tử" đã có kết quả
      Thì "Xóa đăng ký thường trú" đang ở "Mới tiếp nhận"
      Và hạn của "Xóa đăng ký thường trú" là 10/03/2026 17:00
      Khi công an xã làm bước "Tiếp nhận"
      Và công an xã làm bước "Xóa đăng ký thường trú"
      Thì kết quả "Thông báo xóa đăng ký thường trú" có:
        | Ngày xóa | 10/03/2026 |
      Và hồ sơ ghi "Đã có đủ kết quả"

  Quy tắc: [66] Từ 15/03/2026: xóa theo dữ liệu trong 1 ngày làm việc, không ai phải nộp đơn (58/2026/NĐ-CP Điều 4)

    Kịch bản: Không có bước nào của cán bộ
      Biết lúc này là thứ Hai 16/03/2026 09:00
      Và Nguyễn Thị Hòa đã nộp tờ khai khai tử
      Và cán bộ hộ tịch đã làm bước "Tiếp nhận"
      Khi cán bộ hộ tịch làm bước "Chuyển ký"
      Và lãnh đạo hộ tịch làm bước "Ký, ghi sổ khai tử"
      Thì "Xóa thường trú" mở trong đúng phút "Khai tử" có kết quả
      Và kết quả "Thông báo xóa đăng ký thường trú" có:
        | Ngày xóa | 16/03/2026 |
      Và cơ sở dữ liệu cư trú đã thực hiện "residence.remove" 1 lần

    Kịch bản: Hệ thống cư trú mất liên lạc thì hồ sơ chờ ở công an, không ai bị quên
      Biết cơ sở dữ liệu cư trú mất liên lạc
      Và Nguyễn Thị Hòa đã nộp tờ khai khai tử
      Và "Khai tử" đã có kết quả
      Thì "Xóa đăng ký thường trú" đang ở "Chờ hệ thống chuyên ngành ghi sổ"
      Và phần "Xóa đăng ký thường trú" ghi "Gia đình không phải nộp gì."
      Và hạn của "Xóa đăng ký thường trú" là 23/11/2026 17:00
      Khi đến thứ Hai 23/11/2026 09:00
      Thì "Xóa đăng ký thường trú" đang ở "Vướng mắc: hệ thống chuyên ngành không nhận"
      Và công an xã thấy hồ sơ trong hàng "Cần làm"
      Khi cơ sở dữ liệu cư trú có lại
      Và công an xã làm bước "Gửi lại vào cơ sở dữ liệu cư trú"
      Thì hồ sơ ghi "Đã có đủ kết quả"
      Và cơ sở dữ liệu cư trú đã thực hiện "residence.remove" 1 lần

  Quy tắc: [67] Người mất không có thường trú thì không có gì để xóa (58/2026/NĐ-CP Điều 10)

    Kịch bản: Dữ liệu cư trú trả lời là không có
      Biết Đỗ Văn Năm đã nộp tờ khai khai tử
      Và "Khai tử" đã có kết quả
      Thì "Xóa đăng ký thường trú" đang ở "Không có đăng ký thường trú để xóa"
      Và hồ sơ ghi "Đã có đủ kết quả"
      Và cơ sở dữ liệu cư trú đã thực hiện "residence.remove" 1 lần

    Kịch bản: Công an kết thúc khi hệ thống cư trú không nhận
      Biết cơ sở dữ liệu cư trú trả lời "residence.remove" là "refused"
      Và Đỗ Văn Năm đã nộp tờ khai khai tử
      Và "Khai tử" đã có kết quả
      Khi công an xã làm bước "Kết thúc: không có đăng ký thường trú":
        | Lý do | Người mất chỉ ở trọ, đã xóa tạm trú. |
      Thì "Xóa đăng ký thường trú" đang ở "Không có đăng ký thường trú để xóa"
      Và phần "Xóa đăng ký thường trú" ghi "Người mất chỉ ở trọ, đã xóa tạm trú."
