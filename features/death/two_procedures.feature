# language: vi
@chain @death
Tính năng: Hai thủ tục sau khi có người mất
  Gia đình khai một lần; phường ghi sổ khai tử, nơi thường trú được xóa theo dữ liệu.

  Quy tắc: [64] Người khai chọn 2, 3 hoặc 4 thủ tục; tờ khai chỉ hỏi điều cần cho lựa chọn đó (296/QĐ-VPCP, chưa rõ điều)

    Kịch bản: Từ trang đầu của tờ khai đến kết quả cuối cùng
      Khi Nguyễn Thị Hòa điền tờ khai khai tử
      Và Nguyễn Thị Hòa nộp tờ khai
      Thì trang ghi "Đã nộp hồ sơ"
      Và hồ sơ gồm các thủ tục:
        | Đăng ký khai tử |
        | Xóa thường trú  |
      Và "Xóa thường trú" chưa mở: "Mở ngay khi “Khai tử” có kết quả."
      Khi cán bộ hộ tịch làm bước "Tiếp nhận"
      Và cán bộ hộ tịch làm bước "Chuyển ký"
      Và lãnh đạo hộ tịch làm bước "Ký, ghi sổ khai tử"
      Thì kết quả "Trích lục khai tử" có:
        | Số                          | 1/2026                               |
        | Quyển số                    | 01/2026                              |
        | Ngày đăng ký                | 20/11/2026                           |
        | Họ tên người mất            | Nguyễn Văn An                        |
        | Số định danh của người mất  | 001045000123                         |
        | Ngày mất                    | 18/11/2026                           |
        | Giờ, phút mất               | 5 giờ 40 phút                        |
        | Nơi mất                     | Bệnh viện Bạch Mai, thành phố Hà Nội |
        | Nguyên nhân                 | Nhồi máu cơ tim                      |
      Và kết quả "Thông báo xóa đăng ký thường trú" có:
        | Số       | 00004-XTT-2026-0001 |
        | Ngày xóa | 20/11/2026          |
      Và hồ sơ ghi "Đã có đủ kết quả"

    Kịch bản: Chọn 2 thủ tục thì tờ khai không có phần nào về trợ cấp
      Biết Nguyễn Thị Hòa đã điền tờ khai khai tử
      Khi Nguyễn Thị Hòa mở trang "/khai-tu/viec"
      Thì tờ khai có các phần:
        | Những việc cần làm   |
        | Bạn                  |
        | Người mất            |
        | Ngày mất và nơi mất  |
        | Nơi cư trú cuối cùng |
        | Giấy tờ chứng minh   |
        | Nhận kết quả         |
      Và trang không ghi "Người mất thuộc diện nào"

    Kịch bản: Đổi từ 4 về 2 thủ tục thì những điều chỉ hỏi cho trợ cấp không được gửi đi
      Biết Nguyễn Thị Hòa đã điền tờ khai khai tử:
        | Bạn muốn làm những thủ tục nào? | four |
      Khi Nguyễn Thị Hòa mở phần "Những việc cần làm"
      Và Nguyễn Thị Hòa điền:
        | Bạn muốn làm những thủ tục nào? | 2 thủ tục: khai tử, xóa đăng ký thường trú |
      Và Nguyễn Thị Hòa mở trang "/khai-tu/kiem-tra"
      Thì trang không ghi "Số tài khoản"
      Và trang không ghi "Các thân nhân của người mất"
      Khi Nguyễn Thị Hòa nộp tờ khai
      Thì hồ sơ gồm các thủ tục:
        | Đăng ký khai tử |
        | Xóa thường trú  |
