# language: vi
@agency @birth
Tính năng: Giấy chứng sinh của bệnh viện, hoặc thứ thay cho nó

  Quy tắc: [20] Số giấy chứng sinh có đúng 18 ký tự (22/2025/TT-BYT, chưa rõ điều)

    Kịch bản: Gõ thiếu một chữ số
      Biết Trần Thị Mai đã điền tờ khai khai sinh
      Khi Trần Thị Mai mở phần "Em bé"
      Và Trần Thị Mai điền:
        | Số giấy chứng sinh | 01001.GCS.0456.26 |
      Thì trang trả lời mã 422
      Và trang ghi "số giấy chứng sinh gồm 18 ký tự, ví dụ 10123.GCS.00456.26."

  Quy tắc: [21] Dữ liệu bệnh viện gửi được điền sẵn; khác với lời khai thì cán bộ quyết định (63/2024/NĐ-CP Điều 5)

    Kịch bản: Nơi sinh và giờ sinh được lấy từ giấy chứng sinh
      Biết Trần Thị Mai đã điền tờ khai khai sinh
      Khi Trần Thị Mai mở phần "Em bé"
      Và Trần Thị Mai điền:
        | Số giấy chứng sinh | 01001.GCS.00456.26 |
      Và Trần Thị Mai mở phần "Em bé"
      Thì trang có:
        | Nơi sinh                              | Bệnh viện Bạch Mai, thành phố Hà Nội |
        | Giờ, ngày sinh ghi trên giấy chứng sinh | 16/11/2026 04:20                   |
      Và tờ khai không hỏi "Nơi sinh"

    Kịch bản: Giấy chứng sinh ghi tên người mẹ khác
      Khi Trần Thị Mai điền tờ khai khai sinh:
        | Số giấy chứng sinh | 48007.GCS.00871.26 |
      Thì trang ghi "Giấy chứng sinh ghi người mẹ khác với tờ khai. Cán bộ hộ tịch sẽ xem và quyết định."
      Khi Trần Thị Mai nộp tờ khai
      Thì cán bộ hộ tịch đọc thấy "Giấy chứng sinh ghi người mẹ khác với tờ khai."

    Kịch bản: Cổng của bệnh viện không trả lời thì người dân tự điền, không bị dừng lại
      Biết cổng dữ liệu y tế mất liên lạc
      Khi Trần Thị Mai điền tờ khai khai sinh:
        | Số giấy chứng sinh | 01001.GCS.00456.26 |
      Và Trần Thị Mai nộp tờ khai
      Thì trang ghi "Đã nộp hồ sơ"

  Quy tắc: [23] Sinh ở cơ sở y tế thì nơi sinh là tên cơ sở và địa danh (123/2015/NĐ-CP, chưa rõ điều)

    Kịch bản: Nơi sinh in trên giấy khai sinh
      Biết Trần Thị Mai đã nộp tờ khai khai sinh:
        | Số giấy chứng sinh | 01001.GCS.00456.26 |
      Và "Khai sinh" đã có kết quả
      Thì kết quả "Giấy khai sinh" có:
        | Nơi sinh | Bệnh viện Bạch Mai, thành phố Hà Nội |

  Quy tắc: [11] Không có giấy chứng sinh thì người làm chứng; không có người làm chứng thì giấy cam đoan (60/2014/QH13 Điều 16)

    Kịch bản: Sinh ở nhà, có người làm chứng
      Biết Sùng Thị Chứ đã nộp tờ khai khai sinh
      Thì cán bộ hộ tịch đọc thấy "Văn bản của người làm chứng"

    Kịch bản: Ba cách chứng minh
      Biết Sùng Thị Chứ đã điền tờ khai khai sinh
      Khi Sùng Thị Chứ mở phần "Giấy tờ về việc sinh"
      Thì tờ khai cho chọn "Giấy tờ chứng minh việc sinh":
        | Giấy chứng sinh             |
        | Văn bản của người làm chứng |
        | Giấy cam đoan của bạn       |
