# language: vi
@citizen @birth
Tính năng: Thanh toán trước khi nộp
  Một khoản chỉ trả một lần. Đóng trình duyệt, mạng đứt, cổng báo hai lần hay báo muộn đều không mất tiền.

  Quy tắc: [97] Có khoản phải nộp thì nộp xong mới gửi được hồ sơ (297/2025/NĐ-CP, chưa rõ điều)

    Bối cảnh:
      Biết Trần Thị Mai đã điền tờ khai khai sinh:
        | Số giấy chứng sinh                     | 01001.GCS.00456.26 |
        | Số bản sao trích lục khai sinh cần cấp | 2                  |

    Kịch bản: Trả tiền, nộp, và có biên lai
      Khi Trần Thị Mai đến cổng thanh toán
      Thì trang ghi "Đây là trang mô phỏng thay cho cổng thanh toán."
      Khi Trần Thị Mai bấm "Trả 16.000 đ"
      Thì trang ghi "Đã nhận đủ tiền."
      Khi Trần Thị Mai bấm "Nộp hồ sơ"
      Thì trang ghi "Biên lai điện tử số BL-261120-0001"
      Và trang có:
        | Bản sao trích lục khai sinh | 16.000 đ 2 × 8.000 đ |
        | Mã giao dịch                | GL-00000001          |

    Kịch bản: Chưa trả thì chưa gửi được
      Khi Trần Thị Mai tự gửi tờ khai đi
      Thì trang ghi "Thanh toán 16.000 đ"
      Và Trần Thị Mai chưa nộp hồ sơ nào

    Kịch bản: Từ chối trả thì trả lại được
      Khi Trần Thị Mai đến cổng thanh toán
      Và Trần Thị Mai bấm "Từ chối trả"
      Thì trang ghi "Lần thanh toán trước không thành công."
      Khi Trần Thị Mai đến cổng thanh toán
      Và Trần Thị Mai bấm "Trả 16.000 đ"
      Thì trang ghi "Đã nhận đủ tiền."

    Kịch bản: Cổng im lặng rồi người dân đóng trình duyệt
      Khi Trần Thị Mai đến cổng thanh toán
      Và Trần Thị Mai bấm "Trả, nhưng cổng im lặng"
      Thì trang ghi "Nếu bạn đã trả tiền, đừng trả lần nữa"
      Khi 5 phút trôi qua
      Và Trần Thị Mai mở trang "/khai-sinh/phi"
      Thì trang ghi "Đã nhận đủ tiền."

    Kịch bản: Cổng im lặng và người dân hỏi ngay
      Khi Trần Thị Mai đến cổng thanh toán
      Và Trần Thị Mai bấm "Trả, nhưng cổng im lặng"
      Và Trần Thị Mai bấm "Hỏi lại cổng thanh toán"
      Thì trang ghi "Đã nhận đủ tiền."

    Kịch bản: Cổng báo lại lần nữa thì không có gì thêm
      Khi Trần Thị Mai đến cổng thanh toán
      Và Trần Thị Mai bấm "Trả 16.000 đ"
      Và cổng thanh toán báo lại lần nữa
      Thì cổng được trả lời "paid"
      Và người giám sát không thấy khoản nào phải hoàn trả

    Kịch bản: Kẻ khác báo thay cổng
      Khi Trần Thị Mai đến cổng thanh toán
      Và kẻ khác báo là đã trả tiền
      Thì cổng được trả lời mã 401
      Khi Trần Thị Mai mở trang "/khai-sinh/phi"
      Thì trang không ghi "Đã nhận đủ tiền."

    Kịch bản: Bị trừ tiền hai lần thì lần sau được hoàn lại
      Khi Trần Thị Mai đến cổng thanh toán
      Và Trần Thị Mai bấm "Trả 16.000 đ"
      Và cổng trừ tiền thêm một lần
      Và Trần Thị Mai mở trang "/khai-sinh/phi"
      Thì trang ghi "Sẽ hoàn lại 16.000 đ. Khoản này đã được trả một lần trước đó"
      Và người giám sát thấy phải hoàn trả "16.000 đ"
