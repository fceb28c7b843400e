# language: vi
@citizen @birth
Tính năng: Phiên hết giữa chừng không làm mất những gì đã gõ
  Hết phiên, đăng xuất ở thẻ khác, quay lại sau khi nộp: không mất gì đã gõ, không nộp hai lần.

  Quy tắc: [2] Chỉ đúng người đã gõ, khi đăng nhập lại, mới nhận lại những gì đã gõ (mẫu tờ khai trên Cổng, chưa rõ điều)

    Bối cảnh:
      Biết Trần Thị Mai đang gõ số điện thoại "0912 345 678" trên máy "nhà"

    Kịch bản: Đăng nhập lại thì đã lưu
      Khi phiên trên máy "nhà" hết rồi mới bấm lưu
      Và Trần Thị Mai đăng nhập trên máy "nhà"
      Thì bản nháp của Trần Thị Mai có số điện thoại "0912345678"
      Và máy "nhà" đang ở trang "/khai-sinh/phan/ban"
      Và ô số điện thoại trên máy "nhà" có "0912345678"

    Kịch bản: Điều gõ sai cũng còn nguyên, và trang nói là chưa lưu
      Biết số điện thoại đang gõ là "12 ba"
      Khi phiên trên máy "nhà" hết rồi mới bấm lưu
      Và Trần Thị Mai đăng nhập trên máy "nhà"
      Thì ô số điện thoại trên máy "nhà" có "12 ba"
      Và trang ghi "Phiên làm việc đã kết thúc trước khi lưu."

    Kịch bản: Người khác đăng nhập trên cùng máy không thấy gì
      Khi phiên trên máy "nhà" hết rồi mới bấm lưu
      Và Nguyễn Thị Hòa đăng nhập trên máy "nhà"
      Thì trang không ghi "0912"
      Và bản nháp của Trần Thị Mai có số điện thoại ""

    Kịch bản: Quá một giờ thì không giữ nữa
      Khi phiên trên máy "nhà" hết rồi mới bấm lưu
      Và 61 phút trôi qua
      Và Trần Thị Mai đăng nhập trên máy "nhà"
      Thì bản nháp của Trần Thị Mai có số điện thoại ""
      Và không còn gì được giữ tạm

    Kịch bản: Đã đăng xuất ở thẻ khác
      Khi đăng xuất ở thẻ khác của máy "nhà" rồi mới bấm lưu
      Và Trần Thị Mai đăng nhập trên máy "nhà"
      Thì bản nháp của Trần Thị Mai có số điện thoại "0912345678"

  Quy tắc: [31] Mỗi sự kiện chỉ đăng ký một lần (60/2014/QH13 Điều 5)

    Kịch bản: Quay lại sau khi nộp thì thấy xác nhận, bấm nữa không thành hồ sơ thứ hai
      Biết Trần Thị Mai đã điền tờ khai khai sinh
      Khi Trần Thị Mai nộp tờ khai
      Và Trần Thị Mai mở trang "/khai-sinh/kiem-tra"
      Thì trang ghi "Đã nộp hồ sơ"
      Khi Trần Thị Mai bấm "Nộp hồ sơ" trên trang còn mở
      Thì trang ghi "Đã nộp hồ sơ"
      Và Trần Thị Mai có 1 hồ sơ
