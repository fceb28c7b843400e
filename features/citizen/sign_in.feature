# language: vi
@citizen @any
Tính năng: Người dân đăng nhập bằng định danh điện tử
  Bản trình diễn dùng VNeID giả lập; hệ thống thật là cấu hình.

  Quy tắc: [2] Người nộp đăng nhập bằng định danh điện tử mức 2 (mẫu tờ khai trên Cổng, chưa rõ điều)

    Kịch bản: Đăng nhập rồi trở lại đúng trang đang cần
      Khi máy "nhà" mở trang "/cua-toi"
      Và Trần Thị Mai đăng nhập trên máy "nhà"
      Thì máy "nhà" đang ở trang "/cua-toi"

    Kịch bản: Tài khoản mức 1 không vào được
      Khi máy "nhà" mở trang "/cua-toi"
      Và Trần Thị Mai đăng nhập mức 1 trên máy "nhà"
      Thì trang ghi "Nộp hồ sơ cần định danh điện tử mức 2."
      Và máy "nhà" không mở được "/cua-toi"

    Kịch bản: Người dân dừng việc đăng nhập
      Khi máy "nhà" mở trang "/dang-nhap/vneid?next=/cua-toi"
      Và máy "nhà" bấm "Không đăng nhập"
      Thì trang ghi "Việc đăng nhập đã dừng lại."
      Và máy "nhà" không mở được "/cua-toi"

    Kịch bản: Hệ thống định danh không trả lời thì cán bộ vẫn làm việc được
      Biết hệ thống định danh không trả lời
      Khi máy "nhà" mở trang "/dang-nhap/vneid"
      Thì trang ghi "Chưa liên lạc được với hệ thống định danh."
      Khi cán bộ "hotich.badinh" đăng nhập trên máy "quầy"
      Thì máy "quầy" đang ở trang "/can-bo/viec"

    Kịch bản: Đăng xuất ở mọi nơi
      Biết Trần Thị Mai đã đăng nhập trên máy "nhà"
      Và Trần Thị Mai đã đăng nhập trên máy "quán"
      Khi máy "nhà" mở trang "/dang-xuat"
      Thì trang ghi "Số nơi bạn đang đăng nhập, kể cả máy này: 2."
      Khi máy "nhà" bấm "Đăng xuất ở mọi nơi"
      Thì máy "quán" không mở được "/cua-toi"
