# language: vi
@citizen @any
Tính năng: Giấy tờ đính kèm
  Chỉ hỏi giấy mà không nơi nào có dữ liệu; mỗi tệp gửi lên được xem kỹ, hiện lại cho người gửi và giữ kín.

  Quy tắc: [91] Dữ liệu đã có trong cơ sở dữ liệu thì không hỏi giấy (63/2024/NĐ-CP Điều 4)

    Kịch bản: Bệnh viện đã gửi giấy chứng sinh điện tử thì không cần giấy nào
      Biết Trần Thị Mai đã điền tờ khai khai sinh:
        | Số giấy chứng sinh | 01001.GCS.00456.26 |
      Khi Trần Thị Mai mở trang "/khai-sinh/giay-to"
      Thì trang ghi "hồ sơ này không cần giấy tờ nào"
      Khi Trần Thị Mai tự gửi giấy "birth-notice" mà trang không hỏi
      Thì trang trả lời mã 409
      Và trang ghi "Bạn không phải gửi."

    Kịch bản: Có số giấy chứng sinh mà bệnh viện chưa gửi dữ liệu thì gửi ảnh giấy
      Biết Trần Thị Mai đã điền tờ khai khai sinh:
        | Số giấy chứng sinh | 01001.GCS.99999.26 |
      Khi Trần Thị Mai mở trang "/khai-sinh/giay-to"
      Thì trang hỏi giấy "Giấy chứng sinh"

    Kịch bản: Hai cơ quan cần một giấy thì gửi một lần
      Biết Nguyễn Thị Hòa đã điền tờ khai khai tử:
        | Bạn muốn làm những thủ tục nào?    | three                     |
        | Trường hợp nào đúng với người mất? | court                     |
        | Cơ quan cấp                        | Tòa án nhân dân khu vực 1 |
      Khi Nguyễn Thị Hòa gửi ảnh của "Quyết định có hiệu lực của Tòa án tuyên bố là đã chết"
      Thì trang có 1 tệp của "Quyết định có hiệu lực của Tòa án tuyên bố là đã chết"
      Khi Nguyễn Thị Hòa nộp tờ khai đã đủ giấy
      Thì cán bộ hộ tịch xem được giấy của mình

  Quy tắc: [11] Không có giấy chứng sinh thì có văn bản của người làm chứng hoặc giấy cam đoan (60/2014/QH13 Điều 16)

    Kịch bản: Thiếu giấy thì chưa nộp được, danh sách việc nói rõ
      Biết Trần Thị Mai đã điền tờ khai khai sinh:
        | Giấy tờ chứng minh việc sinh | witness |
      Khi Trần Thị Mai mở trang "/khai-sinh/viec"
      Thì trang ghi "Cần 1 giấy tờ, đã có 0."
      Khi Trần Thị Mai tự gửi yêu cầu nộp bản nháp
      Thì trang trả lời mã 422
      Và trang ghi "Văn bản của người làm chứng việc sinh: chưa đính kèm."
      Khi Trần Thị Mai gửi ảnh của "Văn bản của người làm chứng việc sinh"
      Và Trần Thị Mai nộp tờ khai đã đủ giấy
      Thì cán bộ hộ tịch xem được giấy của mình
      Và Giàng Thị Mai không xem được giấy ấy

  Quy tắc: [91] Giấy gửi bằng bản chụp đọc được, không ai phải nộp bản giấy (63/2024/NĐ-CP Điều 4)

    Khung kịch bản: Tệp không dùng được thì được nói vì sao và phải làm gì
      Biết Nguyễn Thị Hòa đã điền tờ khai khai tử
      Khi Nguyễn Thị Hòa gửi tệp <tệp> làm "Giấy báo tử của cơ sở khám bệnh, chữa bệnh"
      Thì trang trả lời mã 422
      Và trang ghi "<câu>"
      Và trang có 0 tệp của "Giấy báo tử của cơ sở khám bệnh, chữa bệnh"

      Dữ liệu:
        | tệp          | câu                                                          |
        | trống        | Tệp này trống (0 byte).                                      |
        | chương trình | Đây là một tệp chương trình, dù tên có thể ghi là ảnh.        |
        | 11 MB        | Tệp này lớn hơn 10 MB.                                       |
        | PDF có mã    | Tệp PDF này có mã lệnh bên trong nên không được nhận.        |
        | cắt cụt      | Ảnh này bị cắt cụt hoặc hỏng nên không mở được.              |

    Kịch bản: Gửi lại cùng một ảnh vì mất mạng thì vẫn là một tệp, và bỏ ra được trước khi nộp
      Biết Nguyễn Thị Hòa đã điền tờ khai khai tử
      Khi Nguyễn Thị Hòa gửi ảnh của "Giấy báo tử của cơ sở khám bệnh, chữa bệnh"
      Và Nguyễn Thị Hòa gửi ảnh của "Giấy báo tử của cơ sở khám bệnh, chữa bệnh"
      Thì trang có 1 tệp của "Giấy báo tử của cơ sở khám bệnh, chữa bệnh"
      Khi Nguyễn Thị Hòa bấm "Bỏ tệp 1 của Giấy báo tử của cơ sở khám bệnh, chữa bệnh"
      Thì trang có 0 tệp của "Giấy báo tử của cơ sở khám bệnh, chữa bệnh"
