# language: vi
@agency @birth
Tính năng: Kết thúc hẳn việc chờ một cơ quan cần hai người
  Cái kết thúc là việc chờ, không phải hồ sơ: cán bộ quyết định tiếp theo luật, người nộp được báo.

  Quy tắc: [28] Không có trả lời thì hồ sơ không dừng trong im lặng (63/2024/NĐ-CP Điều 8)

    Bối cảnh:
      Biết Trần Thị Mai đã nộp tờ khai khai sinh
      Và cán bộ hộ tịch đã làm bước "Tiếp nhận"
      Và cơ sở dữ liệu dân cư cần 300 phút cho "personal-id.assign"
      Và cán bộ hộ tịch đã làm bước "Xin số định danh cá nhân"
      Khi đến thứ Sáu 20/11/2026 10:00
      Và người vận hành đề nghị kết thúc vì "Cơ quan báo mất dữ liệu, không trả lời nữa"
      Thì "Khai sinh" đang ở "Chờ cấp số định danh cá nhân"

    Kịch bản: Người thứ hai đồng ý: hồ sơ về cán bộ, người nộp được báo
      Khi người vận hành thứ hai đồng ý kết thúc vì "Đã gọi điện xác nhận với cơ quan"
      Thì "Khai sinh" đang ở "Vướng mắc: chưa cấp được số định danh"
      Và Trần Thị Mai nhận được thông báo "“Khai sinh”: không chờ trả lời của Cơ sở dữ liệu dân cư nữa. Cán bộ xử lý tiếp, bạn không phải làm gì."
      Và nhật ký vận hành ghi "Đề nghị kết thúc cưỡng bức" vì "Cơ quan báo mất dữ liệu, không trả lời nữa"
      Và nhật ký vận hành ghi "Xác nhận kết thúc cưỡng bức" vì "Đã gọi điện xác nhận với cơ quan"
      Khi đến thứ Sáu 20/11/2026 15:30
      Thì "Khai sinh" đang ở "Vướng mắc: chưa cấp được số định danh"
      Khi người vận hành mở thông điệp
      Thì trang ghi "Hai người vận hành đã kết thúc hẳn việc chờ thông điệp này."

    Kịch bản: Người đề nghị không tự xác nhận được
      Khi người vận hành tự gửi xác nhận của mình
      Thì trang trả lời mã 403
      Và trang ghi "Người đề nghị không được tự xác nhận: cần người thứ hai."
      Và "Khai sinh" đang ở "Chờ cấp số định danh cá nhân"

    Kịch bản: Người thứ hai không đồng ý thì vẫn chờ
      Khi người vận hành thứ hai không đồng ý kết thúc vì "Cơ quan hẹn trả lời trong buổi chiều"
      Thì "Khai sinh" đang ở "Chờ cấp số định danh cá nhân"
      Và nhật ký vận hành ghi "Không đồng ý kết thúc cưỡng bức" vì "Cơ quan hẹn trả lời trong buổi chiều"

    Kịch bản: Trả lời đến trước thì không còn gì để kết thúc
      Khi người vận hành thứ hai mở danh sách chờ xác nhận
      Và đến thứ Sáu 20/11/2026 15:00
      Và người vận hành thứ hai đồng ý trên trang còn mở vì "Đã gọi điện xác nhận với cơ quan"
      Thì trang trả lời mã 409
      Và trang ghi "Cơ quan đã trả lời thông điệp này"
      Và "Khai sinh" đang ở "Chờ ký"

    Kịch bản: Quá hai ngày làm việc thì đề nghị hết hiệu lực
      Biết cơ sở dữ liệu dân cư cần 9000 phút cho "personal-id.assign"
      Khi người vận hành thứ hai mở danh sách chờ xác nhận
      Và đến thứ Năm 26/11/2026 08:00
      Và người vận hành thứ hai đồng ý trên trang còn mở vì "Đã gọi điện xác nhận với cơ quan"
      Thì trang trả lời mã 409
      Và trang ghi "Đề nghị đã quá hai ngày làm việc nên không còn hiệu lực."

    Kịch bản: Đề nghị hết hiệu lực vẫn hiện trong danh sách, ghi rõ, cho đến khi đề nghị lại
      Biết cơ sở dữ liệu dân cư cần 9000 phút cho "personal-id.assign"
      Khi đến thứ Năm 26/11/2026 08:00
      Và người vận hành thứ hai mở danh sách chờ xác nhận
      Thì trang ghi "Hết hiệu lực"
      Và trang ghi "Nếu vẫn cần, hãy đề nghị lại."
      Khi người vận hành đề nghị kết thúc vì "Cơ quan vẫn không trả lời"
      Và người vận hành thứ hai mở danh sách chờ xác nhận
      Thì trang không ghi "Hết hiệu lực"
