# language: vi
@clock @birth
Tính năng: Dữ liệu sang hệ thống khác không được im lặng
  Mỗi chặng đều có người trông: 10 phút để có dữ liệu, 2 giờ làm việc để xác nhận.

  Bối cảnh:
    Biết lúc này là thứ Hai 02/03/2026 10:00
    Và Trần Thị Mai đã nộp tờ khai khai sinh
    Và cơ sở dữ liệu dân cư mất liên lạc
    Và cán bộ hộ tịch đã làm bước "Tiếp nhận"
    Và cán bộ hộ tịch đã làm bước "Xin số định danh cá nhân"

  Quy tắc: [85] Xong một bước thì hệ thống sau có dữ liệu trong 10 phút (63/2024/NĐ-CP Điều 7)

    Kịch bản: Sau 10 phút chưa có dữ liệu thì báo mọi bên
      Khi đến thứ Hai 02/03/2026 10:09
      Thì cán bộ hộ tịch chưa có cảnh báo "sau 10 phút"
      Khi đến thứ Hai 02/03/2026 10:10
      Thì cán bộ hộ tịch có 1 cảnh báo "Cơ sở dữ liệu dân cư chưa nhận được dữ liệu của “Khai sinh” sau 10 phút."
      Và người giám sát có 1 cảnh báo "chưa nhận được dữ liệu"
      Và Trần Thị Mai nhận được thông báo "Cơ sở dữ liệu dân cư chưa nhận được dữ liệu của “Khai sinh” sau 10 phút."

    Kịch bản: Có lại trong 10 phút thì không ai bị báo
      Khi đến thứ Hai 02/03/2026 10:01
      Và cơ sở dữ liệu dân cư có lại
      Và đến thứ Hai 02/03/2026 12:30
      Thì cán bộ hộ tịch chưa có cảnh báo "chưa nhận được dữ liệu"
      Và cán bộ hộ tịch chưa có cảnh báo "chưa xác nhận"

  Quy tắc: [86] Sau 2 giờ làm việc không xác nhận thì báo mọi bên (63/2024/NĐ-CP Điều 7)

    Kịch bản: Hai giờ làm việc không tính giờ nghỉ trưa
      Khi đến thứ Hai 02/03/2026 13:29
      Thì người giám sát chưa có cảnh báo "chưa xác nhận"
      Khi đến thứ Hai 02/03/2026 13:30
      Thì người giám sát có 1 cảnh báo "Cơ sở dữ liệu dân cư chưa xác nhận đã nhận “Khai sinh” sau 2 giờ làm việc."
      Và cán bộ hộ tịch có 1 cảnh báo "sau 2 giờ làm việc"
      Và Trần Thị Mai nhận được thông báo "Cơ sở dữ liệu dân cư chưa xác nhận đã nhận “Khai sinh” sau 2 giờ làm việc."
