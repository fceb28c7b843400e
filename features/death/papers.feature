# language: vi
@citizen @death
Tính năng: Giấy tờ chứng minh việc mất
  Mỗi trường hợp có giấy tờ của nó; tờ khai hỏi trường hợp nào rồi nói cần giấy gì.

  Bối cảnh:
    Biết Nguyễn Thị Hòa đã điền tờ khai khai tử

  Quy tắc: [61] Giấy báo tử do cơ sở y tế, Tòa án, công an hoặc xã cấp, tùy trường hợp (123/2015/NĐ-CP Điều 4)

    Kịch bản: Bốn trường hợp, mỗi trường hợp một nơi cấp
      Khi Nguyễn Thị Hòa mở phần "Giấy tờ chứng minh"
      Thì tờ khai cho chọn "Trường hợp nào đúng với người mất?":
        | Mất tại cơ sở khám bệnh, chữa bệnh       |
        | Mất tại nhà hoặc nơi khác                |
        | Mất do tai nạn, đột ngột hoặc có nghi vấn |
        | Tòa án tuyên bố là đã chết               |
      Và trang ghi "Cơ sở y tế cấp giấy báo tử."
      Và trang ghi "Ủy ban nhân dân cấp xã cấp giấy báo tử."

    Kịch bản: Cán bộ thấy trường hợp, số giấy và nơi cấp
      Khi Nguyễn Thị Hòa nộp tờ khai
      Thì cán bộ hộ tịch đọc thấy "Mất tại cơ sở khám bệnh, chữa bệnh"
      Và cán bộ hộ tịch đọc thấy "118/2026"
      Và cán bộ hộ tịch đọc thấy "Bệnh viện Bạch Mai"

    Kịch bản: Không ghi nơi cấp thì chưa nộp được
      Khi Nguyễn Thị Hòa mở phần "Giấy tờ chứng minh"
      Và Nguyễn Thị Hòa điền:
        | Cơ quan cấp |  |
      Thì trang trả lời mã 422

  Quy tắc: [62] Mất do tai nạn hoặc có nghi vấn thì cần giấy của công an hoặc kết quả giám định pháp y (123/2015/NĐ-CP Điều 4)

    Kịch bản: Tờ khai nói trước, cán bộ thấy sau
      Khi Nguyễn Thị Hòa mở phần "Giấy tờ chứng minh"
      Thì trang ghi "Cần văn bản của công an hoặc kết quả giám định pháp y."
      Khi Nguyễn Thị Hòa điền:
        | Trường hợp nào đúng với người mất? | Mất do tai nạn, đột ngột hoặc có nghi vấn |
        | Cơ quan cấp                        | Công an phường Hoàn Kiếm                  |
      Và Nguyễn Thị Hòa nộp tờ khai
      Thì cán bộ hộ tịch đọc thấy "Mất do tai nạn, đột ngột hoặc có nghi vấn"
      Và cán bộ hộ tịch đọc thấy "Công an phường Hoàn Kiếm"

  Quy tắc: [63] Tòa án tuyên bố là đã chết: quyết định của Tòa án là căn cứ, thân nhân nhận trợ cấp mai táng (41/2024/QH15 Điều 85)

    Kịch bản: Trang xem lại nói ai được nhận tiền
      Biết Nguyễn Thị Hòa đã điền tờ khai khai tử:
        | Bạn muốn làm những thủ tục nào?    | three                     |
        | Trường hợp nào đúng với người mất? | court                     |
        | Cơ quan cấp                        | Tòa án nhân dân khu vực 1 |
      Khi Nguyễn Thị Hòa mở trang "/khai-tu/kiem-tra"
      Thì trang ghi "Tòa án tuyên bố là đã chết: trợ cấp mai táng của bảo hiểm xã hội trả cho thân nhân."
      Khi Nguyễn Thị Hòa nộp tờ khai
      Thì cán bộ hộ tịch đọc thấy "trợ cấp mai táng của bảo hiểm xã hội trả cho thân nhân"
      Và cán bộ hộ tịch đọc thấy "Tòa án nhân dân khu vực 1"
