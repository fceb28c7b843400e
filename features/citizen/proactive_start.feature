# language: vi
@agency @any
Tính năng: Giấy chứng sinh, giấy báo tử tự đến và mở sẵn tờ khai

  Quy tắc: [91] Điều cơ quan đã biết thì không hỏi lại người dân (63/2024/NĐ-CP Điều 4)

    Kịch bản: Bệnh viện gửi giấy chứng sinh, người mẹ chỉ còn trả lời điều không nơi nào biết
      Khi bệnh viện gửi giấy về Trần Thị Mai
      Thì lời gọi được trả lời mã 201
      Và tờ khai khai sinh của Trần Thị Mai chỉ còn thiếu:
        | Số điện thoại của bạn                     |
        | Khai sinh cho em bé có cha mẹ nào?        |
        | Quê quán của em bé                        |
        | Họ, chữ đệm, tên của em bé                |
        | Em bé là con sinh đôi, sinh ba?           |
        | Em bé đăng ký thường trú theo ai?         |
        | Nơi khám, chữa bệnh ban đầu của em bé     |
        | Bạn có làm luôn thẻ căn cước cho em bé?   |
        | Số bản sao trích lục khai sinh cần cấp    |
        | Bạn nhận kết quả bằng cách nào?           |
      Khi Trần Thị Mai mở trang của mình
      Thì trang ghi "Bệnh viện đã gửi giấy chứng sinh của em bé."

    Kịch bản: Cơ sở y tế gửi giấy báo tử, thân nhân được mời
      Khi bệnh viện gửi giấy về Nguyễn Văn An
      Thì lời gọi được trả lời mã 201
      Khi Trần Thị Lan mở trang của mình
      Thì trang ghi "Chúng tôi chia buồn cùng gia đình."

    Kịch bản: Người mẹ đã bắt đầu tờ khai thì tờ khai ấy được điền thêm, không mở tờ thứ hai
      Khi Trần Thị Mai bắt đầu tờ khai khai sinh
      Và bệnh viện gửi giấy về Trần Thị Mai
      Thì Trần Thị Mai có 1 tờ khai

    Kịch bản: Gửi lại đúng giấy ấy thì không có gì thêm
      Biết bệnh viện gửi giấy về Trần Thị Mai
      Khi bệnh viện gửi lại đúng giấy ấy
      Thì lời gọi được trả lời mã 200
      Và câu trả lời ghi "repeated" là "true"
      Và Trần Thị Mai có 1 tờ khai

    Kịch bản: Cùng số nhưng nội dung khác thì không ghi đè
      Biết bệnh viện gửi giấy về Trần Thị Mai
      Khi bệnh viện gửi số ấy với "child-sex" là "male"
      Thì lời gọi được trả lời mã 409

    Kịch bản: Chữ ký không phải của bệnh viện
      Khi kẻ khác ký giấy về Trần Thị Mai
      Thì lời gọi được trả lời mã 403
      Và Trần Thị Mai có 0 tờ khai

    Kịch bản: Giấy có mục không đọc được thì nói rõ mục nào
      Khi bệnh viện gửi giấy về Trần Thị Mai với "mother-id" là "123"
      Thì lời gọi được trả lời mã 422
      Và Trần Thị Mai có 0 tờ khai

  Quy tắc: [22] Dữ liệu của cơ sở y tế phải đến trong 4 giờ làm việc (63/2024/NĐ-CP Điều 25)

    Kịch bản: Giấy ký từ hôm kia bây giờ mới đến
      Khi bệnh viện gửi giấy về Trần Thị Mai, ký từ 48 giờ trước
      Thì lời gọi được trả lời mã 201
      Và câu trả lời ghi "late" là "true"

    Kịch bản: Giấy ký một giờ trước
      Khi bệnh viện gửi giấy về Trần Thị Mai
      Thì câu trả lời ghi "late" là "false"
