# language: vi
@citizen @birth
Tính năng: Làm tiếp bản nháp bằng mã và số điện thoại
  Mạng yếu, máy mượn, đăng nhập lỗi giờ cao điểm: bản nháp nằm ở máy chủ, mở lại được bằng mã, giữ 30 ngày.

  Bối cảnh:
    Biết lúc này là 20/11/2026 09:00
    Và Trần Thị Mai có bản nháp khai sinh với số điện thoại "0912 345 678"

  Quy tắc: [2] Ai có mã chỉ sửa được bản nháp; nộp thì chủ tờ khai phải đăng nhập (mẫu tờ khai trên Cổng, chưa rõ điều)

    Kịch bản: Mở trên máy khác và sửa
      Khi máy "quán" mở bản nháp bằng mã và số "+84 912345678"
      Thì máy "quán" đang ở trang "/khai-sinh/viec"
      Khi máy "quán" sửa số điện thoại thành "0987 654 321"
      Thì bản nháp của Trần Thị Mai có số điện thoại "0987654321"

    Kịch bản: Chỉ bản nháp đó, và không nộp được
      Khi máy "quán" mở bản nháp bằng mã và số "0912345678"
      Thì máy "quán" không mở được "/cua-toi"
      Và máy "quán" không mở được "/khai-tu/viec"
      Khi máy "quán" mở trang "/khai-sinh/kiem-tra"
      Thì máy "quán" không có nút "Nộp hồ sơ"
      Khi máy "quán" tự gửi lời nộp bản nháp của Trần Thị Mai
      Thì Trần Thị Mai còn bản nháp

    Kịch bản: Sai mã hay sai số đều được trả lời như nhau
      Khi máy "quán" mở bản nháp bằng mã và số "0912345679"
      Thì trang ghi "Không có bản nháp nào với mã và số điện thoại này."
      Khi máy "quán" mở bản nháp bằng mã "NHAP-2222-3333" và số "0912345678"
      Thì trang ghi "Không có bản nháp nào với mã và số điện thoại này."

    Kịch bản: Đoán nhiều lần thì phải đợi, dù sau đó đúng
      Khi máy "quán" thử 8 lần số điện thoại sai với mã
      Và máy "quán" mở bản nháp bằng mã và số "0912345678"
      Thì trang ghi "Thử quá nhiều lần."

    Kịch bản: Đóng bản nháp trên máy chung
      Khi máy "quán" mở bản nháp bằng mã và số "0912345678"
      Và máy "quán" bấm "Đóng bản nháp"
      Thì máy "quán" không mở được "/khai-sinh/viec"

    Kịch bản: Trang các phần cho biết mã và ngày giữ
      Khi Trần Thị Mai mở trang "/khai-sinh/viec"
      Thì trang cho biết mã bản nháp
      Và trang ghi "Giữ đến chủ Nhật 20/12/2026."

    Kịch bản: Sau 30 ngày bản nháp bị xóa, nhật ký không giữ dữ liệu cá nhân
      Khi đến 20/12/2026 08:59
      Và việc dọn hằng ngày chạy
      Thì Trần Thị Mai còn bản nháp
      Khi đến 20/12/2026 09:01
      Và việc dọn hằng ngày chạy
      Thì Trần Thị Mai không còn bản nháp
      Và nhật ký có "draft-deleted" và không có dữ liệu của Trần Thị Mai
