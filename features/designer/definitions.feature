# language: vi
@supervisor @any
Tính năng: Phòng thiết kế: xem định nghĩa, kiểm chứng, kịch bản
  Phòng này chỉ để xem. Định nghĩa sai chỗ nào thì nói rõ chỗ đó, và không áp dụng được.

  Quy tắc: [92] Mỗi lần từ chối phải có lý do (60/2014/QH13 Điều 5)

    Kịch bản: Định nghĩa đang áp dụng đạt mọi mục, nhưng phòng này chỉ để xem
      Khi người giám sát mở định nghĩa thủ tục "birth-registration"
      Thì mục kiểm chứng "Mỗi lần từ chối phải có lý do" là "Đạt"
      Và trang ghi "16 trên 16 mục đạt."
      Và không áp dụng được vì "Phòng này hiện chỉ để xem"

    Kịch bản: Bước từ chối bỏ phần lý do thì không đạt
      Biết bước "refuse" của "birth-registration" không còn đòi lý do
      Khi người giám sát mở định nghĩa thủ tục "birth-registration"
      Thì mục kiểm chứng "Mỗi lần từ chối phải có lý do" là "Không đạt"
      Và mục kiểm chứng "Mỗi lần từ chối phải có lý do" nêu "Từ chối"
      Và không áp dụng được vì "Chỉ áp dụng được khi mọi mục kiểm chứng đều đạt."

    Kịch bản: Bỏ một chuyển tiếp thì có trạng thái không tới được
      Biết "birth-registration" không còn bước "send-draft"
      Khi người giám sát mở định nghĩa thủ tục "birth-registration"
      Thì mục kiểm chứng "Mọi trạng thái đều tới được từ lúc mở hồ sơ" là "Không đạt"
      Và mục kiểm chứng "Mọi trạng thái đều tới được từ lúc mở hồ sơ" nêu "Chờ người dân xem bản dự thảo"
      Và không áp dụng được vì "Chỉ áp dụng được khi mọi mục kiểm chứng đều đạt."
      Khi người giám sát vẫn bấm "Áp dụng"
      Thì trang trả lời mã 409
      Và trang ghi "Chưa áp dụng được"

  Quy tắc: [96] Quy trình của hồ sơ cố định từ ngày nhận (301/2026/NĐ-CP, chưa rõ điều)

    Kịch bản: Hồ sơ đang chạy được đếm ở phiên bản lúc nộp
      Biết lúc này là thứ Hai 31/08/2026 09:00
      Và Trần Thị Mai đã nộp tờ khai khai sinh
      Và lúc này là thứ Ba 01/09/2026 09:00
      Khi người giám sát mở định nghĩa nhóm "birth"
      Thì phiên bản "2026-07" có 1 hồ sơ đang chạy
      Và phiên bản "2026-09" có 0 hồ sơ đang chạy
      Và phiên bản "2026-09" đang áp dụng
      Và không đọc được tên ai của gia đình

    Kịch bản: Khác biệt giữa hai phiên bản được nói bằng lời
      Khi người giám sát so sánh nhóm "birth" từ "2026-07" đến "2026-09"
      Thì trang ghi "Thời hạn 8 ngày làm việc"
      Và trang ghi "Tình trạng đổi từ đang áp dụng thành ⚠ TẠM ÁP DỤNG."
