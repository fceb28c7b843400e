# language: vi
@agency @birth
Tính năng: Gửi lại thông điệp bị kẹt
  Gửi lại cùng khóa: cơ quan làm rồi thì không làm lần hai. Ai gửi lại, vì sao, đều có ghi.

  Quy tắc: [86] Cơ quan không xác nhận thì có người trông và gửi lại (63/2024/NĐ-CP Điều 7)

    Bối cảnh:
      Biết Trần Thị Mai đã nộp tờ khai khai sinh
      Và cán bộ hộ tịch đã làm bước "Tiếp nhận"

    Kịch bản: Cơ quan mất liên lạc rồi có lại: gửi lại thì vướng mắc tự hết
      Biết cơ sở dữ liệu dân cư làm rơi câu trả lời "personal-id.assign" 8 lần
      Và cán bộ hộ tịch đã làm bước "Xin số định danh cá nhân"
      Khi đến thứ Sáu 20/11/2026 09:30
      Thì "Khai sinh" đang ở "Vướng mắc: chưa cấp được số định danh"
      Và người vận hành thấy cơ sở dữ liệu dân cư "Mất liên lạc"
      Khi người vận hành gửi lại thông điệp vì "Cơ quan báo đã thông đường truyền"
      Thì "Khai sinh" đang ở "Chờ ký"
      Và cơ sở dữ liệu dân cư đã thực hiện "personal-id.assign" 1 lần
      Và người vận hành thấy cơ sở dữ liệu dân cư "Đang thông"
      Và nhật ký vận hành ghi "Gửi lại cùng khóa" vì "Cơ quan báo đã thông đường truyền"
      Khi người vận hành tự gửi việc "gui-lai"
      Thì trang trả lời mã 409
      Và trang ghi "Cơ quan đã trả lời thông điệp này"

    Kịch bản: Không có lý do thì không gửi
      Biết cơ sở dữ liệu dân cư mất liên lạc
      Và cán bộ hộ tịch đã làm bước "Xin số định danh cá nhân"
      Khi đến thứ Sáu 20/11/2026 09:30
      Và người vận hành gửi lại thông điệp vì "ok"
      Thì trang trả lời mã 422
      Và trang ghi "Hãy ghi lý do, ít nhất 10 ký tự."
      Và nhật ký vận hành chưa ghi "Gửi lại cùng khóa"

    Kịch bản: Hệ thống còn đang tự gửi thì chưa cần người
      Biết cơ sở dữ liệu dân cư cần 30 phút cho "personal-id.assign"
      Và cán bộ hộ tịch đã làm bước "Xin số định danh cá nhân"
      Khi đến thứ Sáu 20/11/2026 09:05
      Và người vận hành mở thông điệp
      Thì trang ghi "Hệ thống vẫn đang tự gửi và tự hỏi."

    Kịch bản: Cán bộ đã gửi thông điệp mới thì không dùng lại khóa cũ
      Biết cơ sở dữ liệu dân cư mất liên lạc
      Và cán bộ hộ tịch đã làm bước "Xin số định danh cá nhân"
      Khi đến thứ Sáu 20/11/2026 09:30
      Và người vận hành mở thông điệp
      Và cán bộ hộ tịch làm bước "Xin lại số định danh"
      Và người vận hành tự gửi việc "gui-lai"
      Thì trang trả lời mã 409
      Và trang ghi "Cán bộ đã gửi một thông điệp mới cho cùng việc này."

    Kịch bản: Hồ sơ đã bỏ việc ấy thì không gửi lại
      Biết cơ sở dữ liệu dân cư mất liên lạc
      Và cán bộ hộ tịch đã làm bước "Xin số định danh cá nhân"
      Khi đến thứ Sáu 20/11/2026 09:30
      Và Trần Thị Mai rút hồ sơ
      Và người vận hành mở thông điệp
      Thì trang ghi "Hồ sơ đã đi tiếp và không còn dùng được trả lời này."
