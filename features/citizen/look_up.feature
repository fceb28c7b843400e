# language: vi
@citizen @any
Tính năng: Tra cứu bằng mã và bốn số cuối của điện thoại

  Bối cảnh:
    Biết Trần Thị Mai đã nộp tờ khai khai sinh

  Quy tắc: [94] Mỗi hồ sơ một mã, gõ kiểu nào cũng tìm ra (04/2025/TT-VPCP, chưa rõ điều)

    Khung kịch bản: Cách gõ mã
      Khi có người tra mã "<mã>" với bốn số "<số>"
      Thì trang ghi "K00.000.00-261120-010001"

      Dữ liệu:
        | mã                         | số     |
        | K00.000.00-261120-010001   | 5678   |
        | k00.000.00-261120-010001   | 5678   |
        | K0000000-261120-010001     | 5678   |
        | K00.000.00 – 261120 010001 | 56 78  |
        | 261120-010001              | 5678   |
        | 261120010001               | 5678   |

    Kịch bản: Sai chỗ nào cũng một câu trả lời, và không lộ tên ai
      Thì tra sai kiểu nào cũng như nhau:
        | K00.000.00-261120-010001 | 1234 |
        | K00.000.00-261120-010001 |      |
        | K00.000.00-261120-010001 | 56789 |
        | K00.000.00-261120-099999 | 5678 |
        | %%%%%%                   | 5678 |
        | 1                        | 5678 |
      Và trang không ghi "Nguyễn Minh Anh"

    Kịch bản: Đoán nhiều lần thì phải đợi, dù từ nhiều nơi
      Khi có người đoán bốn số của hồ sơ 21 lần, mỗi lần từ một nơi
      Thì trang trả lời mã 429
      Và trang không ghi "Nguyễn Minh Anh"
