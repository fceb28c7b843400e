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

    Kịch bản: Không ủy quyền cho chính mình
      Biết cán bộ hộ tịch đã nhận xử lý hồ sơ
      Khi cán bộ hộ tịch ghi vắng từ "20/11/2026" đến "24/11/2026", ủy quyền cho cán bộ hộ tịch
      Thì trang trả lời mã 422
      Và trang ghi "Người được ủy quyền phải là người khác."
      Và cán bộ hộ tịch giữ hồ sơ
