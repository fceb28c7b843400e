# language: vi
@clerk @birth
Tính năng: Một em bé chỉ đăng ký một lần; sinh đôi là hai em bé

  Quy tắc: [15] Sinh đôi: mỗi em một hồ sơ, không bị coi là trùng (3160/BTP-CNTT, chưa rõ điều)

    Kịch bản: Hai chị em cùng mẹ, cùng ngày sinh
      Biết Phan Thị Thu Hà đã nộp tờ khai khai sinh
      Và "Khai sinh" đã có kết quả
      Khi Phan Thị Thu Hà điền tờ khai khai sinh:
        | Họ, chữ đệm, tên của em bé | Lê Bảo Ngọc |
      Và Phan Thị Thu Hà nộp tờ khai
      Thì trang ghi "Đã nộp hồ sơ"
      Khi cán bộ hộ tịch làm bước "Tiếp nhận"
      Và cán bộ hộ tịch làm bước "Xin số định danh cá nhân"
      Và lãnh đạo hộ tịch làm bước "Ký, ghi sổ khai sinh"
      Thì kết quả "Giấy khai sinh" có:
        | Số                             | 2/2026       |
        | Họ, chữ đệm, tên của em bé     | Lê Bảo Ngọc  |
        | Số định danh cá nhân của em bé | 048326758018 |

  Quy tắc: [16] Nghi trùng thì chưa xin số định danh, đến khi cán bộ làm rõ (3160/BTP-CNTT, chưa rõ điều)

    Bối cảnh:
      Biết Trần Thị Mai đã nộp tờ khai khai sinh
      Và "Khai sinh" đã có kết quả
      Và Trần Thị Mai đã nộp tờ khai khai sinh:
        | Họ, chữ đệm, tên của em bé | Nguyễn Minh Anh Thư |
      Và cán bộ hộ tịch đã làm bước "Tiếp nhận"

    Kịch bản: Cùng mẹ, cùng ngày sinh mà không khai là sinh đôi
      Khi cán bộ hộ tịch mở hồ sơ
      Thì trang ghi "Nghi trùng với một hồ sơ khác: cán bộ cần xem trước khi cấp số định danh."
      Và bước "Xin số định danh cá nhân" chưa làm được: "Hồ sơ nghi trùng với hồ sơ khác, hoặc em bé đã có số. Hãy làm rõ nghi trùng trước khi xin số. Đang cần: hồ sơ không còn bị nghi trùng."

    Kịch bản: Cán bộ kết luận không trùng thì đi tiếp
      Khi cán bộ hộ tịch làm bước "Kết luận: không trùng":
        | Lý do | Hai em bé khác nhau, bệnh viện xác nhận |
      Và cán bộ hộ tịch làm bước "Xin số định danh cá nhân"
      Thì "Khai sinh" đang ở "Chờ ký"

    Kịch bản: Cán bộ thấy trùng thật thì từ chối, có lý do
      Khi cán bộ hộ tịch làm bước "Từ chối":
        | Lý do          | Em bé đã được đăng ký khai sinh |
        | Căn cứ pháp lý | 60/2014/QH13 Điều 5             |
      Thì "Khai sinh" đang ở "Bị từ chối"
      Và Trần Thị Mai đọc thấy "Em bé đã được đăng ký khai sinh"

    Kịch bản: Cơ sở dữ liệu dân cư nghi trùng
      Biết cơ sở dữ liệu dân cư trả lời "personal-id.assign" là "suspected-duplicate"
      Khi cán bộ hộ tịch làm bước "Kết luận: không trùng":
        | Lý do | Hai em bé khác nhau |
      Và cán bộ hộ tịch làm bước "Xin số định danh cá nhân"
      Thì "Khai sinh" đang ở "Vướng mắc: chưa cấp được số định danh"
      Khi cán bộ hộ tịch mở hồ sơ
      Thì bước "Xin lại số định danh" chưa làm được: "Hãy làm rõ nghi trùng trước."

  Quy tắc: [31] Mỗi sự kiện chỉ đăng ký ở một nơi; nộp lần thứ hai thì không nhận (60/2014/QH13 Điều 5)

    Kịch bản: Cùng em bé ấy nộp lại
      Biết Trần Thị Mai đã nộp tờ khai khai sinh
      Khi Trần Thị Mai điền tờ khai khai sinh
      Và Trần Thị Mai bấm "Nộp hồ sơ"
      Thì trang trả lời mã 409
      Và trang ghi "Sự kiện này đã có một hồ sơ. Mỗi sự kiện chỉ đăng ký một lần."
      Và trang ghi "Xem hồ sơ đã có: K00.000.00-261120-010001"

    Kịch bản: Người cha nộp lại thì không thấy mã hồ sơ của người mẹ
      Biết Trần Thị Mai đã nộp tờ khai khai sinh
      Khi Nguyễn Văn Hùng điền tờ khai khai sinh
      Và Nguyễn Văn Hùng bấm "Nộp hồ sơ"
      Thì trang trả lời mã 409
      Và trang không ghi "K00.000.00"
