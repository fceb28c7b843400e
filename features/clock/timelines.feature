# language: vi
@clock @birth
Tính năng: Vì sao 21 ngày thành 4 ngày, và có phải lúc nào cũng vậy
  Con số trên trang mô phỏng là kết quả chạy chính các quy trình, không phải số viết sẵn.

  Quy tắc: [85] Làm xong một bước thì hệ thống sau có dữ liệu trong 10 phút (63/2024/NĐ-CP Điều 7)

    Kịch bản: Cùng một em bé, làm lần lượt và làm liên thông
      Khi có người xem trang mô phỏng
      Thì trang so sánh 21 ngày với 4 ngày
      Và các lý do cộng lại đúng bằng số ngày bớt được

    Kịch bản: So với thời hạn riêng hiện nay
      Khi có người xem trang mô phỏng "so-voi=don-le&moi=2024"
      Thì trang so sánh 13 ngày với 3 ngày
      Và các lý do cộng lại đúng bằng số ngày bớt được

  Quy tắc: [26] Người dân có 7 ngày làm việc để bổ sung hồ sơ thiếu (63/2024/NĐ-CP Điều 8)

    Kịch bản: Càng nhiều hồ sơ thiếu, càng ít gia đình xong trong 4 ngày
      Khi có người xem trang mô phỏng "late=0&runs=300"
      Và có người xem trang mô phỏng "late=40&runs=300"
      Thì lần sau ít gia đình xong đúng ngày hơn lần trước

    Kịch bản: Cùng số gieo thì cùng kết quả
      Khi có người xem trang mô phỏng "seed=7&runs=300"
      Và có người xem trang mô phỏng "seed=7&runs=300"
      Thì hai lần giống hệt nhau

  Quy tắc: [98] Người dân thấy hồ sơ đang ở đâu, còn bao lâu (174/CV-BCĐ, chưa rõ điều)

    Kịch bản: Hồ sơ của mình, nếu làm theo cách cũ
      Biết lúc này là thứ Hai 02/03/2026 09:00
      Và Trần Thị Mai đã nộp tờ khai khai sinh
      Khi đến thứ Năm 05/03/2026 10:00
      Và Trần Thị Mai xem hồ sơ mình theo cách cũ
      Thì trang ghi "Hôm nay là ngày làm việc thứ 4. Theo cách cũ, hồ sơ đang ở Công an xã"
      Và trang ghi "có đủ kết quả chậm nhất vào ngày 18/03, ngày thứ 13."
