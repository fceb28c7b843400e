# language: vi
@citizen @any
Tính năng: Giấy và phiếu chính thức, in được từ trang theo dõi

  Bối cảnh:
    Biết lúc này là thứ Hai 02/03/2026 09:00
    Và Trần Thị Mai đã nộp tờ khai khai sinh

  Quy tắc: [98] Quá trình giải quyết ghi lại được từng bước (174/CV-BCĐ, chưa rõ điều)

    Kịch bản: Lúc mới nộp chỉ có giấy tiếp nhận và phiếu kiểm soát
      Thì hồ sơ có các giấy:
        | Giấy tiếp nhận hồ sơ và hẹn trả kết quả       |
        | Phiếu kiểm soát quá trình giải quyết hồ sơ |
      Khi Trần Thị Mai mở giấy "Giấy tiếp nhận hồ sơ và hẹn trả kết quả"
      Thì trang ghi "Mẫu số 01 (03/2025/TT-VPCP)"
      Và trang ghi "K00.000.00-260302-010001"
      Và trang ghi "Hẹn trả kết quả: 17 giờ, thứ Năm 05/03/2026."
      Và trang ghi "giấy này không có giá trị pháp lý"

    Kịch bản: Phiếu kiểm soát ghi từng lần chuyển
      Biết cán bộ hộ tịch đã làm bước "Tiếp nhận"
      Khi Trần Thị Mai mở giấy "Phiếu kiểm soát quá trình giải quyết hồ sơ"
      Thì trang ghi "02/03/2026 09:00 Khai sinh Tư pháp, hộ tịch – Phường Ba Đình, thành phố Hà Nội Tiếp nhận Đang thẩm tra"

    Kịch bản: Người khác không xem được giấy của hồ sơ
      Khi Nguyễn Văn Hùng mở trang "/ho-so/K00.000.00-260302-010001/giay/tiep-nhan"
      Thì trang trả lời mã 404
      Khi Trần Thị Mai mở trang "/ho-so/K00.000.00-260302-010001/giay/tu-choi"
      Thì trang trả lời mã 404

  Quy tắc: [27] Yêu cầu bổ sung và từ chối bằng văn bản, nêu đủ (60/2014/QH13 Điều 9)

    Kịch bản: Phiếu yêu cầu bổ sung
      Biết cán bộ hộ tịch đã làm bước "Tiếp nhận"
      Và cán bộ hộ tịch đã làm bước "Yêu cầu bổ sung":
        | Mọi điều còn thiếu, mỗi dòng một điều | Hộ chiếu của cha |
      Khi Trần Thị Mai mở giấy "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ"
      Thì trang ghi "Hộ chiếu của cha"
      Và trang ghi "Hạn bổ sung: 11/03/2026 17:00."
      Khi đến thứ Tư 11/03/2026 17:00
      Và Trần Thị Mai mở giấy "Phiếu từ chối tiếp nhận, giải quyết hồ sơ"
      Thì trang ghi "Quá thời hạn bổ sung mà không nhận được bổ sung."
      Và trang ghi "63/2024/NĐ-CP Điều 8"

  Quy tắc: [93] Người dân dừng hồ sơ, điều đã làm vẫn giữ (118/2025/NĐ-CP Điều 21)

    Kịch bản: Rút hồ sơ thì có thông báo dừng giải quyết
      Khi Trần Thị Mai rút hồ sơ
      Và Trần Thị Mai mở giấy "Thông báo dừng giải quyết hồ sơ"
      Thì trang ghi "Theo 03/2025/TT-VPCP, số mẫu chưa rõ"
      Và trang ghi "Kết quả đã cấp vẫn có giá trị."

  Quy tắc: [87] Quá hạn thì xin lỗi, nêu lý do và ngày hẹn mới (63/2024/NĐ-CP Điều 7)

    Kịch bản: Trễ hẹn thì có phiếu xin lỗi với lý do và ngày hẹn mới
      Khi đến thứ Ba 10/03/2026 09:00
      Và Trần Thị Mai mở giấy "Phiếu xin lỗi và hẹn lại ngày trả kết quả"
      Thì trang ghi "Mẫu số 04 (03/2025/TT-VPCP)"
      Và trang ghi "Cơ quan xin lỗi vì chưa trả kết quả đúng hẹn."
      Và trang có:
        | Đã hẹn | 02/03/2026 17:00 |
      Và Trần Thị Mai đọc thấy "Xin lỗi vì trễ hẹn"
