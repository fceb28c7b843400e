# language: vi
@supervisor @birth
Tính năng: Lãnh đạo giám sát đọc chỉ tiêu bên cạnh mục tiêu
  Mỗi con số mở ra đúng những hồ sơ đã đếm; một hồ sơ liên thông chỉ tính một lần.

  Bối cảnh:
    Biết lúc này là thứ Hai 02/03/2026 09:00
    Và Trần Thị Mai đã nộp tờ khai khai sinh

  Quy tắc: [87] Hồ sơ trễ phải được xin lỗi; người giám sát thấy ai đang giữ (63/2024/NĐ-CP Điều 7)

    Kịch bản: Đúng giờ hẹn chưa quá hạn, qua giờ hẹn thì có trong danh sách
      Khi đến thứ Năm 05/03/2026 17:00
      Và người giám sát mở bảng chỉ tiêu
      Thì chỉ tiêu "Đang quá hạn" là "0 hồ sơ"
      Khi đến thứ Sáu 20/03/2026 17:01
      Và người giám sát mở bảng chỉ tiêu
      Thì chỉ tiêu "Đang quá hạn" là "1 hồ sơ"
      Và chỉ tiêu "Trễ đã xin lỗi" là "100 %"
      Khi người giám sát mở danh sách của "Đang quá hạn"
      Thì danh sách có 1 hồ sơ, trong đó có hồ sơ này
      Và trang ghi "Đã xin lỗi"
      Và trang không ghi "Trần Thị Mai"

  Quy tắc: [98] Biết hồ sơ nằm ở đâu, của tỉnh mình (174/CV-BCĐ, chưa rõ điều)

    Kịch bản: Một hồ sơ nhiều thủ tục tính một lần, tải được bảng tính
      Biết "Khai sinh" đã có kết quả
      Khi người giám sát mở bảng chỉ tiêu
      Thì chỉ tiêu "Nộp trực tuyến" là "100 %"
      Và người giám sát tải bảng "truc-tuyen" có 1 hồ sơ
      Khi người giám sát mở trang "co-quan"
      Thì trang ghi "Công an"

    Kịch bản: Tỉnh khác không thấy, người không giám sát không vào được
      Khi người giám sát tỉnh khác mở bảng chỉ tiêu
      Thì trang ghi "0 hồ sơ đã nộp"
      Khi cán bộ hộ tịch mở bảng chỉ tiêu
      Thì trang trả lời mã 403
      Khi người giám sát mở trang "chi-tieu-khac/ds"
      Thì trang trả lời mã 404

    Kịch bản: Không bịa điểm cho phần không có dữ liệu
      Khi người giám sát mở trang "chi-so-766"
      Thì trang ghi "Tính được 0 điểm trên 0 điểm có thể tính ở đây."
      Và trang ghi "không tính được ở đây"

    Kịch bản: Quá ít hồ sơ thì không dự báo
      Khi người giám sát mở trang "du-bao"
      Thì trang ghi "Quá ít số liệu để dự báo: cần ít nhất 8 hồ sơ đến trong 20 ngày làm việc qua."
