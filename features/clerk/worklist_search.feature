# language: vi
@clerk @any
Tính năng: Tìm, lọc và lưu chế độ xem trong hàng việc
  Số đứng cạnh mỗi hàng là số thật; tìm bằng mã nào hay tên nào cũng ra, nhưng chỉ bằng điều cơ quan được xem.

  Bối cảnh:
    Biết lúc này là thứ Hai 05/10/2026 09:00
    Và Nguyễn Thị Hòa đã nộp tờ khai khai tử:
      | Bạn muốn làm những thủ tục nào? | four |

  Quy tắc: [98] Mỗi thủ tục cho biết đang ở đâu, ai giữ, còn bao nhiêu giờ làm việc (174/CV-BCĐ, chưa rõ điều)

    Kịch bản: Số của mỗi hàng theo đúng việc vừa làm
      Thì hàng "Chưa ai nhận" của cán bộ hộ tịch có 1 hồ sơ
      Và hàng "Của tôi" của cán bộ hộ tịch có 0 hồ sơ
      Khi cán bộ hộ tịch làm bước "Tiếp nhận"
      Thì hàng "Chưa ai nhận" của cán bộ hộ tịch có 0 hồ sơ
      Và hàng "Của tôi" của cán bộ hộ tịch có 1 hồ sơ
      Và hàng "Tất cả đang mở" của cán bộ hộ tịch có 1 hồ sơ
      Và hàng việc của cán bộ hộ tịch ghi người giữ là "Bạn"
      Và hàng việc của lãnh đạo hộ tịch ghi người giữ là "Hồ Văn Sơn"

    Kịch bản: Chờ người dân bổ sung thì đồng hồ dừng
      Biết cán bộ hộ tịch đã làm bước "Tiếp nhận"
      Và cán bộ hộ tịch đã làm bước "Yêu cầu bổ sung":
        | Mọi điều còn thiếu, mỗi dòng một điều | Giấy báo tử |
      Thì dòng trong hàng "Chờ người dân" của cán bộ hộ tịch ghi "Tạm dừng tính hạn"
      Và hàng "Đã quá hạn" của cán bộ hộ tịch có 0 hồ sơ

    Kịch bản: Mã nào hay tên nào cũng tìm ra
      Thì cán bộ hộ tịch tìm thấy hồ sơ bằng:
        | mã hồ sơ                               |
        | mã hồ sơ viết thường, không dấu chấm   |
        | bốn số cuối của mã                     |
        | tên có dấu                             |
        | tên không dấu                          |
        | tên viết ngược                         |
        | số định danh của người nộp             |
      Và cán bộ hộ tịch không tìm thấy hồ sơ bằng "Không Ai Tên Thế"
      Và cán bộ hộ tịch không tìm thấy hồ sơ bằng "%"

  Quy tắc: [85] Cơ quan sau chỉ có dữ liệu cần cho thủ tục của mình (63/2024/NĐ-CP Điều 7)

    Kịch bản: Điều không được xem thì cũng không tìm được
      Thì cán bộ hộ tịch tìm thấy hồ sơ bằng "118/2026"
      Biết "Đăng ký khai tử" đã có kết quả
      Thì cán bộ bảo hiểm xã hội tìm thấy hồ sơ bằng:
        | mã hồ sơ      |
        | tên không dấu |
      Và cán bộ bảo hiểm xã hội không tìm thấy hồ sơ bằng "118/2026"

  Quy tắc: [98] Mỗi cán bộ lưu cách xem của riêng mình (174/CV-BCĐ, chưa rõ điều)

    Kịch bản: Lưu một chế độ xem, mở lại, rồi bỏ
      Khi cán bộ hộ tịch lọc hàng "Tất cả đang mở" theo tên không dấu và lưu là "Nhà bà Hòa"
      Thì cán bộ hộ tịch mở chế độ xem "Nhà bà Hòa" thấy hồ sơ
      Và lãnh đạo hộ tịch không có chế độ xem "Nhà bà Hòa"
      Khi cán bộ hộ tịch bỏ chế độ xem "Nhà bà Hòa"
      Thì cán bộ hộ tịch không có chế độ xem "Nhà bà Hòa"

    Kịch bản: Chế độ xem không tên thì không lưu được
      Khi cán bộ hộ tịch lọc hàng "Tất cả đang mở" theo tên không dấu và lưu là " "
      Thì trang ghi "Hãy đặt tên cho chế độ xem."
