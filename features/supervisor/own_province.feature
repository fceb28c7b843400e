# language: vi
@supervisor @birth
Tính năng: Người giám sát chỉ đọc việc của tỉnh mình

  Quy tắc: [98] Biết hồ sơ nằm ở đâu, của tỉnh mình (174/CV-BCĐ, chưa rõ điều)

    Kịch bản: Cảnh báo của tỉnh mình thì thấy, của tỉnh khác thì không
      Biết lúc này là thứ Hai 02/03/2026 09:00
      Và Trần Thị Mai đã nộp tờ khai khai sinh
      Khi đến thứ Hai 02/03/2026 17:01
      Và người giám sát mở trang "canh-bao"
      Thì trang ghi "“Khai sinh” đã quá hạn"
      Khi người giám sát tỉnh khác mở trang "canh-bao"
      Thì trang ghi "Chưa có cảnh báo nào."
      Và trang không ghi "Ba Đình"

    Kịch bản: Tiền phải hoàn trả: bản nháp thì tỉnh nào cũng thấy, hồ sơ thì chỉ tỉnh mình
      Biết Trần Thị Mai đã điền tờ khai khai sinh:
        | Số giấy chứng sinh                     | 01001.GCS.00456.26 |
        | Số bản sao trích lục khai sinh cần cấp | 2                  |
      Khi Trần Thị Mai đến cổng thanh toán
      Và Trần Thị Mai bấm "Trả 16.000 đ"
      Và cổng trừ tiền thêm một lần
      Và người giám sát tỉnh khác mở trang "hoan-tra"
      Thì trang ghi "chưa nộp"
      Và trang ghi "16.000 đ"
      Khi Trần Thị Mai mở trang "/khai-sinh/kiem-tra"
      Và Trần Thị Mai bấm "Nộp hồ sơ"
      Và người giám sát tỉnh khác mở trang "hoan-tra"
      Thì trang ghi "Không có khoản nào phải hoàn trả."
      Khi người giám sát tỉnh khác mở bảng chỉ tiêu
      Thì trang không ghi "khoản tiền phải hoàn trả"
      Khi người giám sát mở trang "hoan-tra"
      Thì trang ghi "16.000 đ"
      Khi người giám sát mở bảng chỉ tiêu
      Thì trang ghi "1 khoản tiền phải hoàn trả"
