# language: vi
@clerk @any
Tính năng: Trang hồ sơ: đủ để quyết, và bước nào chưa làm được thì nói vì sao
  Cán bộ thấy các thủ tục mở ra nhau thế nào, điều đã khai bên cạnh điều từng nguồn ghi, hồ sơ đã nằm ở đâu bao
  lâu; quyết xong thì sang hồ sơ kế tiếp.

  Bối cảnh:
    Biết lúc này là thứ Sáu 20/11/2026 09:00
    Và Trần Thị Mai đã nộp tờ khai khai sinh:
      | Số giấy chứng sinh | 01001.GCS.00456.26 |

  Quy tắc: [33] Thường trú chỉ mở khi đã có giấy khai sinh (63/2024/NĐ-CP Điều 8)

    Kịch bản: Kết quả nào mở thủ tục nào
      Khi cán bộ hộ tịch mở hồ sơ
      Thì trang ghi "Khi có “Giấy khai sinh” thì mở: Thường trú, Thẻ BHYT."
      Khi các cơ quan đưa "Khai sinh" đến kết quả
      Và công an xã mở hồ sơ
      Thì trang ghi "Đã có “Giấy khai sinh”, dùng cho: Thường trú, Thẻ BHYT."

  Quy tắc: [21] Điều đã khai đứng cạnh dữ liệu của bệnh viện (63/2024/NĐ-CP Điều 5)

    Kịch bản: Khớp cả, và mục chỉ có một nguồn thì không so
      Khi cán bộ hộ tịch mở hồ sơ
      Thì trang ghi "Mọi mục so được đều khớp."
      Và trang ghi "Không so: chỉ có một nguồn"

  Quy tắc: [28] Chưa có số định danh thì nói rõ đang vướng gì (63/2024/NĐ-CP Điều 8)

    Kịch bản: Bước bị khóa có lý do, tự gửi cũng nhận đúng câu ấy
      Khi cán bộ hộ tịch làm bước "Tiếp nhận"
      Thì bước "Chuyển ký" chưa làm được: "Chưa có số định danh. Hãy xin số trước."
      Khi cán bộ hộ tịch tự gửi bước "Chuyển ký"
      Thì trang trả lời mã 409
      Và trang báo "Chưa có số định danh. Hãy xin số trước."
      Và "Khai sinh" đang ở "Đang thẩm tra"

    Kịch bản: Bước của trạng thái khác cũng có lý do
      Khi cán bộ hộ tịch mở hồ sơ
      Thì mục "Ở bước khác" có "Chuyển ký" vì "Chỉ làm được khi hồ sơ ở trạng thái “Đang thẩm tra”. Đang cần: em bé đã có số định danh cá nhân."
      Và mục "Việc của người khác ở bước này" có "Rút hồ sơ" vì "Do người yêu cầu thực hiện."

  Quy tắc: [98] Mỗi thủ tục cho biết đang ở đâu và đã nằm bao lâu (174/CV-BCĐ, chưa rõ điều)

    Kịch bản: Giờ chờ tách khỏi giờ làm
      Khi đến thứ Sáu 20/11/2026 14:00
      Và cán bộ hộ tịch làm bước "Tiếp nhận"
      Và đến thứ Sáu 20/11/2026 15:30
      Và cán bộ hộ tịch mở hồ sơ
      Thì trang ghi "Chờ cán bộ nhận: 3,5 giờ làm việc."
      Và trang ghi "Cơ quan xử lý: 1,5 giờ làm việc."
      Và trang ghi "Đến nay: cơ quan xử lý 1,5 giờ làm việc, chờ 3,5 giờ làm việc."

    Kịch bản: Quyết xong thì sang hồ sơ kế tiếp, hết hàng thì về hàng việc
      Khi đến thứ Sáu 20/11/2026 16:00
      Biết Nguyễn Thị Hòa đã nộp tờ khai khai tử
      Khi cán bộ hộ tịch mở hồ sơ đầu hàng "Cần làm" rồi bấm "Tiếp nhận"
      Thì trang ghi "Đã ghi nhận: Tiếp nhận – Nguyễn Minh Anh. Đây là hồ sơ kế tiếp."
      Và trang ghi "hồ sơ 2 trên 2"
      Khi cán bộ hộ tịch bấm "Tiếp nhận" trên trang ấy
      Thì trang ghi "Đã ghi nhận: Tiếp nhận – "
      Và trang ghi "gần hạn nhất ở trên"
