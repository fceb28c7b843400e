# language: vi
@clock @birth
Tính năng: Bản tin đầu ngày
  Mỗi sáng 07:30 cơ quan biết hôm nay phải xong gì.

  Quy tắc: [98] Ai giữ hồ sơ cũng biết còn bao nhiêu thời gian (174/CV-BCĐ, chưa rõ điều)

    Bối cảnh:
      Biết lúc này là thứ Sáu 06/03/2026 15:30
      Và bản tin đầu ngày đã bật
      Và Trần Thị Mai đã nộp tờ khai khai sinh

    Kịch bản: Chỉ có vào ngày làm việc, lúc 07:30
      Khi đến Chủ nhật 08/03/2026 12:00
      Thì cán bộ hộ tịch chưa có bản tin nào
      Khi đến thứ Hai 09/03/2026 07:29
      Thì cán bộ hộ tịch chưa có bản tin nào
      Khi đến thứ Hai 09/03/2026 07:30
      Thì cán bộ hộ tịch đọc bản tin "1 hồ sơ đang mở, 1 đến hạn trong ngày, 0 đã quá hạn, 0 cảnh báo mới."

    Kịch bản: Hôm sau bản tin tính lại, có việc quá hạn và cảnh báo
      Khi đến thứ Ba 10/03/2026 08:00
      Thì cán bộ hộ tịch đọc bản tin "1 hồ sơ đang mở, 0 đến hạn trong ngày, 1 đã quá hạn, 3 cảnh báo mới."
