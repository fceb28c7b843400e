# language: vi
@clock @karaoke
Tính năng: Bổ sung hồ sơ mở cơ sở karaoke
  Cán bộ chỉ hỏi một lần; người nộp có 15 ngày làm việc, quá hạn thì hồ sơ được đóng.

  Bối cảnh:
    Biết lúc này là thứ Hai 02/03/2026 09:00
    Và Phạm Quốc Dũng đã nộp tờ khai karaoke
    Và cán bộ đăng ký kinh doanh đã làm bước "Tiếp nhận"
    Và cán bộ đăng ký kinh doanh đã làm bước "Yêu cầu bổ sung (trong 8 giờ làm việc)":
      | Mọi điều còn thiếu, mỗi dòng một điều | Văn bản nghiệm thu phòng cháy |

  Quy tắc: [90] Chỉ một lần yêu cầu bổ sung; 15 ngày làm việc không bổ sung thì đóng hồ sơ (297/2025/NĐ-CP, chưa rõ điều)

    Kịch bản: Bổ sung kịp thì hạn tính lại từ đầu
      Khi đến thứ Ba 10/03/2026 10:00
      Và Phạm Quốc Dũng bổ sung "Đã gửi văn bản số 231/NT-PCCC"
      Thì "Hộ kinh doanh" đang ở "Đang thẩm tra"
      Và hạn của "Hộ kinh doanh" là 13/03/2026 17:00

    Kịch bản: Hỏi lần thứ hai thì không được
      Khi Phạm Quốc Dũng bổ sung "Đã gửi văn bản số 231/NT-PCCC"
      Và cán bộ đăng ký kinh doanh mở hồ sơ
      Thì bước "Yêu cầu bổ sung (trong 8 giờ làm việc)" chưa làm được: "Mỗi hồ sơ chỉ được yêu cầu bổ sung một lần."

    Kịch bản: Đến hết ngày làm việc thứ 15 vẫn còn bổ sung được
      Khi đến thứ Hai 23/03/2026 16:59
      Và Phạm Quốc Dũng bổ sung "Đã gửi văn bản số 231/NT-PCCC"
      Thì "Hộ kinh doanh" đang ở "Đang thẩm tra"

    Kịch bản: Quá 15 ngày làm việc thì hồ sơ được đóng, việc sau không mở
      Khi đến thứ Hai 23/03/2026 17:00
      Thì "Hộ kinh doanh" đang ở "Đã đóng vì không bổ sung"
      Và phần "Hộ kinh doanh" ghi "Lý do: Quá 15 ngày làm việc không bổ sung."
      Và "An ninh, trật tự" chưa mở: "Không mở vì “Hộ kinh doanh” không có kết quả."
      Và "Giấy phép karaoke" chưa mở: "Không mở vì “Hộ kinh doanh, An ninh, trật tự” không có kết quả."
      Và Phạm Quốc Dũng nhận được thông báo "Hồ sơ được đóng vì quá 15 ngày làm việc không bổ sung."

    Kịch bản: Trong lúc chờ, người nộp được nói trước điều sẽ xảy ra
      Thì Phạm Quốc Dũng đọc thấy "Quá 15 ngày làm việc không bổ sung, hồ sơ được đóng và phí không hoàn lại."
      Và Phạm Quốc Dũng biết đồng hồ đang dừng
