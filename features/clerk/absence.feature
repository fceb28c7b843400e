# language: vi
@clerk @death
Tính năng: Ủy quyền khi vắng

  Bối cảnh:
    Biết Nguyễn Thị Hòa đã nộp tờ khai khai tử

  Quy tắc: [98] Mỗi thủ tục cho biết đang ở đâu, ai giữ (174/CV-BCĐ, chưa rõ điều)

    Kịch bản: Việc đến người vắng thì chuyển cho người được ủy quyền
      Biết cán bộ hộ tịch đã ghi vắng từ "20/11/2026" đến "24/11/2026", ủy quyền cho lãnh đạo hộ tịch
      Khi phó lãnh đạo hộ tịch giao hồ sơ cho cán bộ hộ tịch vì "Đúng địa bàn phụ trách"
      Thì lãnh đạo hộ tịch giữ hồ sơ
      Và lãnh đạo hộ tịch đọc thấy "Chuyển theo ủy quyền khi vắng"

    Kịch bản: Hồ sơ đang giữ được chuyển ngay khi đợt vắng bắt đầu
      Biết cán bộ hộ tịch đã nhận xử lý hồ sơ
      Khi cán bộ hộ tịch ghi vắng từ "20/11/2026" đến "24/11/2026", ủy quyền cho lãnh đạo hộ tịch
      Thì trang ghi "Số hồ sơ chuyển ngay cho người được ủy quyền: 1."
      Và lãnh đạo hộ tịch giữ hồ sơ

    Kịch bản: Đợt vắng bắt đầu sau thì hồ sơ đang giữ chuyển đúng ngày bắt đầu
      Biết cán bộ hộ tịch đã nhận xử lý hồ sơ
      Khi cán bộ hộ tịch ghi vắng từ "23/11/2026" đến "24/11/2026", ủy quyền cho lãnh đạo hộ tịch
      Thì trang ghi "Số hồ sơ chuyển ngay cho người được ủy quyền: 0."
      Khi đến Chủ nhật 22/11/2026 23:59
      Thì cán bộ hộ tịch giữ hồ sơ
      Khi đến thứ Hai 23/11/2026 07:30
      Thì lãnh đạo hộ tịch giữ hồ sơ
      Và lãnh đạo hộ tịch đọc thấy "Chuyển theo ủy quyền khi vắng"

    Kịch bản: Đợt vắng đã kết thúc trước ngày bắt đầu thì không chuyển gì
      Biết cán bộ hộ tịch đã nhận xử lý hồ sơ
      Và cán bộ hộ tịch đã ghi vắng từ "23/11/2026" đến "24/11/2026", ủy quyền cho lãnh đạo hộ tịch
      Khi cán bộ hộ tịch kết thúc đợt vắng
      Và đến thứ Ba 24/11/2026 08:00
      Thì cán bộ hộ tịch giữ hồ sơ

    Kịch bản: Không ủy quyền cho chính mình
      Biết cán bộ hộ tịch đã nhận xử lý hồ sơ
      Khi cán bộ hộ tịch ghi vắng từ "20/11/2026" đến "24/11/2026", ủy quyền cho cán bộ hộ tịch
      Thì trang trả lời mã 422
      Và trang ghi "Người được ủy quyền phải là người khác."
      Và cán bộ hộ tịch giữ hồ sơ
