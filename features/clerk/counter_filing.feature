# language: vi
@clerk @birth
Tính năng: Cán bộ nhập giúp tờ khai tại quầy
  Ai không tự khai được thì đến bộ phận một cửa: cùng một tờ khai, và hồ sơ ghi rõ ai đã nhập giúp.

  Quy tắc: [2] Danh tính người nộp lấy từ dữ liệu dân cư; cán bộ xác nhận người đó có mặt (mẫu tờ khai trên Cổng, chưa rõ điều)

    Kịch bản: Từ số định danh đến hồ sơ đã nộp
      Khi cán bộ "hotich.badinh" tra số "001192004321" ở quầy để khai sinh
      Thì trang ghi "Trần Thị Mai"
      Khi cán bộ ở quầy xác nhận người nộp có mặt
      Và cán bộ ở quầy nhập tờ khai của Trần Thị Mai rồi nộp
      Thì trang ghi "Đã nộp hồ sơ tại quầy"
      Và hồ sơ của Trần Thị Mai ghi cán bộ "hotich.badinh" nhập giúp
      Và nhật ký ghi cán bộ "hotich.badinh" đã xác nhận người nộp có mặt
      Và cán bộ ở quầy mở lại tờ khai sinh thì chỉ thấy mã hồ sơ đã nộp
      Khi cán bộ ở quầy bấm nộp lần nữa trên trang cũ
      Thì trang ghi "Tờ khai này đã nộp"
      Và trang ghi "Đã nộp hồ sơ tại quầy"
      Và cán bộ "lanhdao.hotich.badinh" không mở được tờ khai sinh ấy

    Kịch bản: Không xác nhận có mặt thì không mở tờ khai
      Khi cán bộ "hotich.badinh" tra số "001192004321" ở quầy để khai sinh
      Và cán bộ ở quầy không xác nhận người nộp có mặt
      Thì trang ghi "Xác nhận người này đang có mặt"
      Và Trần Thị Mai không còn bản nháp

    Kịch bản: Số định danh không có trong dữ liệu dân cư
      Khi cán bộ "hotich.badinh" tra số "001199999999" ở quầy để khai sinh
      Thì trang ghi "Chưa tra được người này trong cơ sở dữ liệu dân cư."

    Kịch bản: Cơ quan cấp tỉnh không nhận nộp hộ
      Khi cán bộ "nguoicocong.laocai" tra số "001192004321" ở quầy để khai sinh
      Thì trang ghi "Chỉ cơ quan cấp xã nhận nộp hộ tại quầy."

    Kịch bản: Trang cũ của người trước không ghi vào tờ khai của người sau
      Biết cán bộ "hotich.badinh" đang nhập giúp Trần Thị Mai ở quầy
      Khi cán bộ ở quầy chuyển sang Vũ Thị Ngân rồi bấm lưu trên trang cũ
      Thì trang ghi "Trang này thuộc một tờ khai khác"
      Và bản nháp của Vũ Thị Ngân có số điện thoại ""
