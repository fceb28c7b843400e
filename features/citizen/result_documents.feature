# language: vi
@citizen @birth
Tính năng: Kết quả là bản điện tử có chữ ký số, ai cầm cũng kiểm tra được

  Bối cảnh:
    Biết Trần Thị Mai đã nộp tờ khai khai sinh
    Và "Khai sinh" đã có kết quả

  Quy tắc: [95] Kết quả điện tử có giá trị như bản giấy (63/2024/NĐ-CP Điều 4)

    Kịch bản: Tải về, rồi ai cầm bản đó cũng kiểm tra được
      Khi Trần Thị Mai mở hồ sơ
      Thì trang ghi "Đang tạo bản ký số"
      Khi các bản điện tử được ký xong
      Và Trần Thị Mai tải bản điện tử "Giấy khai sinh"
      Thì bản đã tải ghi "Nguyễn Minh Anh"
      Khi có người mở địa chỉ in trên bản đã tải
      Thì trang ghi "Bản điện tử này đang có hiệu lực"
      Và trang ghi "Đây không phải giấy tờ chính thức"
      Và trang chỉ cho biết:
        | Giấy tờ                    | Giấy khai sinh                                           |
        | Số                         | 1/2026                                                   |
        | Họ, chữ đệm, tên của em bé | Nguyễn Minh Anh                                          |
        | Cơ quan cấp                | Tư pháp, hộ tịch – Phường Ba Đình, thành phố Hà Nội |
        | Ngày cấp                   | 20/11/2026                                               |
      Khi người đó gửi bản đã tải để so
      Thì trang ghi "Bản bạn gửi đúng từng ký tự với bản đã ký số"

    Kịch bản: Bản bị sửa một ký tự thì không được nhận
      Khi các bản điện tử được ký xong
      Và Trần Thị Mai tải bản điện tử "Giấy khai sinh"
      Và có người mở địa chỉ in trên bản đã tải
      Và người đó sửa một ký tự rồi gửi bản đó để so
      Thì trang trả lời mã 422
      Và trang ghi "Không nhận bản bạn gửi"
      Và trang ghi "Bản bạn gửi khác bản đã ký số"
      Khi người đó gửi một tấm ảnh để so
      Thì trang ghi "Tệp bạn gửi không phải tệp PDF"

    Kịch bản: Bản của kết quả khác thì không được nhận thay
      Biết "Thẻ BHYT" đã có kết quả
      Khi các bản điện tử được ký xong
      Và Trần Thị Mai tải bản điện tử "Thẻ bảo hiểm y tế điện tử"
      Và có người mở địa chỉ in trên bản đã tải
      Và Trần Thị Mai tải bản điện tử "Giấy khai sinh"
      Và người đó gửi bản đã tải để so
      Thì trang ghi "Tệp này là bản điện tử của một kết quả khác"

    Kịch bản: Chỉ người nộp và nơi cấp tải được
      Khi các bản điện tử được ký xong
      Thì Trần Thị Mai tải được bản điện tử
      Và cán bộ hộ tịch tải được bản điện tử
      Nhưng Nguyễn Văn Hùng không tải được bản điện tử
      Và công an xã không tải được bản điện tử
      Và người chưa đăng nhập không tải được bản điện tử

    Kịch bản: Mã không có thì trang nói thẳng, thử nhiều thì phải đợi
      Khi có người kiểm tra mã "ABCD-EFGH"
      Thì trang trả lời mã 404
      Và trang ghi "Không tìm thấy bản điện tử này."
      Khi có người thử thêm 30 mã nữa
      Thì trang trả lời mã 429

  Quy tắc: [55] Sai sót được sửa ở nơi cấp; bản cũ không còn dùng được (63/2024/NĐ-CP Điều 8)

    Kịch bản: Mã trên bản cũ cho biết đã có bản mới
      Khi các bản điện tử được ký xong
      Và Trần Thị Mai tải bản điện tử "Giấy khai sinh"
      Và công an xã làm bước "Tiếp nhận"
      Và công an xã làm bước "Trả lại nơi cấp giấy khai sinh để sửa":
        | Nội dung sai trong giấy khai sinh | Họ, chữ đệm, tên của em bé |
        | Lý do                             | Thiếu dấu                  |
      Và cán bộ hộ tịch làm bước "Sửa, ghi sổ lại và cấp lại":
        | Lý do                      | Thiếu dấu       |
        | Họ, chữ đệm, tên của em bé | Nguyễn Minh Ánh |
      Và các bản điện tử được ký xong
      Và có người mở địa chỉ in trên bản đã tải
      Thì trang ghi "Bản điện tử này đã được thay bằng bản mới"
      Khi Trần Thị Mai tải bản điện tử "Giấy khai sinh"
      Thì bản đã tải ghi "Nguyễn Minh Ánh"
