# language: vi
@citizen @birth
Tính năng: Sinh đôi: khai một lần, em thứ hai chỉ điền phần của em

  Quy tắc: [15] Mỗi em một tờ khai, điều chung không hỏi lại (3160/BTP-CNTT, chưa rõ điều)

    Kịch bản: Tờ khai thứ hai chỉ hỏi tên, giới tính và giấy chứng sinh của em ấy
      Biết Phan Thị Thu Hà đã nộp tờ khai khai sinh:
        | Số giấy chứng sinh                  | 48007.GCS.00871.26 |
        | Em bé đã có thẻ bảo hiểm y tế chưa? | Không              |
      Khi Phan Thị Thu Hà mở hồ sơ
      Và Phan Thị Thu Hà bấm "Khai tiếp cho em bé sinh đôi, sinh ba"
      Thì Phan Thị Thu Hà chỉ còn phải trả lời:
        | Họ, chữ đệm, tên của em bé |
        | Giới tính                  |
        | Số giấy chứng sinh         |
      Khi Phan Thị Thu Hà mở phần "Em bé"
      Và Phan Thị Thu Hà điền:
        | Họ, chữ đệm, tên của em bé | Lê Bảo Ngọc        |
        | Giới tính                  | Nữ                 |
        | Số giấy chứng sinh         | 48007.GCS.00872.26 |
      Và Phan Thị Thu Hà nộp tờ khai
      Thì trang ghi "Đã nộp hồ sơ"
      Và Phan Thị Thu Hà có 2 hồ sơ

    Kịch bản: Con một thì không có nút khai tiếp
      Biết Trần Thị Mai đã nộp tờ khai khai sinh
      Khi Trần Thị Mai mở hồ sơ
      Thì trang không ghi "Khai tiếp cho em bé sinh đôi, sinh ba"
