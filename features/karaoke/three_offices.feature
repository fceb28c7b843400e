# language: vi
@chain @karaoke
Tính năng: Mở cơ sở karaoke: ba cơ quan, lần lượt, một tờ khai
  Hộ kinh doanh ở phường, rồi an ninh trật tự, rồi giấy phép ở thành phố: kết quả trước mở việc sau.

  Quy tắc: [85] Xong việc trước thì việc sau có ngay dữ liệu (63/2024/NĐ-CP Điều 7)

    Kịch bản: Từ trang đầu của tờ khai đến giấy phép
      Khi Phạm Quốc Dũng điền tờ khai karaoke
      Và Phạm Quốc Dũng nộp tờ khai
      Thì hồ sơ gồm các thủ tục:
        | Đăng ký thành lập hộ kinh doanh |
        | An ninh, trật tự                |
        | Giấy phép karaoke               |
      Và "An ninh, trật tự" chưa mở: "Mở ngay khi “Hộ kinh doanh” có kết quả."
      Và "Giấy phép karaoke" chưa mở: "Mở ngay khi “Hộ kinh doanh, An ninh, trật tự” có kết quả."
      Khi cán bộ đăng ký kinh doanh làm bước "Tiếp nhận"
      Và cán bộ đăng ký kinh doanh làm bước "Cấp kết quả":
        | Số giấy  | 01A8012345 |
        | Ngày cấp | 20/11/2026 |
      Thì "An ninh, trật tự" mở trong đúng phút "Hộ kinh doanh" có kết quả
      Và hồ sơ ghi "Công an (trật tự) đang giải quyết"
      Khi công an trật tự làm bước "Tiếp nhận"
      Và công an trật tự làm bước "Cấp kết quả":
        | Số giấy  | 88/ANTT    |
        | Ngày cấp | 24/11/2026 |
      Thì "Giấy phép karaoke" mở trong đúng phút "An ninh, trật tự" có kết quả
      Khi cán bộ văn hóa làm bước "Tiếp nhận"
      Và cán bộ văn hóa làm bước "Cấp kết quả":
        | Số giấy  | 15/GP-KRK  |
        | Ngày cấp | 02/12/2026 |
      Thì kết quả "Giấy chứng nhận đăng ký hộ kinh doanh" có:
        | Số                  | 01A8012345                    |
        | Tên hộ kinh doanh   | Hộ kinh doanh Karaoke Sao Mai |
      Và kết quả "Giấy chứng nhận đủ điều kiện về an ninh, trật tự" có:
        | Số | 88/ANTT |
      Và kết quả "Giấy phép đủ điều kiện kinh doanh dịch vụ karaoke" có:
        | Số                  | 15/GP-KRK      |
        | Ngày cấp            | 02/12/2026     |
        | Địa điểm kinh doanh | 25 phố Đội Cấn |
        | Số phòng            | 5              |
      Và hồ sơ ghi "Đã có đủ kết quả"
      Và 3 cán bộ của 3 cơ quan đã giải quyết hồ sơ

    Kịch bản: Việc sau nhận số giấy của việc trước, không hỏi lại người dân
      Biết Phạm Quốc Dũng đã nộp tờ khai karaoke
      Và "Hộ kinh doanh" đã được cấp số "01A8012345"
      Thì công an trật tự đọc thấy "01A8012345"
      Và công an trật tự đọc thấy "231/NT-PCCC"

  Quy tắc: [98] Mỗi thủ tục cho biết đang ở cơ quan nào, của xã hay của tỉnh (174/CV-BCĐ, chưa rõ điều)

    Kịch bản: Phường Ba Đình thì công an và cơ quan văn hóa của Hà Nội
      Biết Phạm Quốc Dũng đã nộp tờ khai karaoke
      Và "Hộ kinh doanh" đã được cấp số "01A8012345"
      Và "An ninh, trật tự" đã được cấp số "88/ANTT"
      Thì "Hộ kinh doanh" ở "Đăng ký kinh doanh – Phường Ba Đình, thành phố Hà Nội"
      Và "An ninh, trật tự" ở "Công an (trật tự) – Thành phố Hà Nội"
      Và "Giấy phép karaoke" ở "Văn hóa – Thành phố Hà Nội"
