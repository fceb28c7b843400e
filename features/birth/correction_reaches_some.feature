# language: vi
@chain @birth
Tính năng: Sửa giấy khai sinh thì chỉ thủ tục dùng nội dung đã sửa mới mở lại

  Bối cảnh:
    Biết Trần Thị Mai đã nộp tờ khai khai sinh:
      | Bạn có làm luôn thẻ căn cước cho em bé? | Có |
    Và "Khai sinh" đã có kết quả
    Và "Thẻ BHYT" đã có kết quả
    Và "Thẻ căn cước" đã có kết quả
    Và công an xã đã làm bước "Tiếp nhận"

  Quy tắc: [55] Nơi cấp sửa xong thì mở lại đúng những thủ tục bị ảnh hưởng (63/2024/NĐ-CP Điều 8)

    Bối cảnh:
      Biết công an xã đã làm bước "Trả lại nơi cấp giấy khai sinh để sửa":
        | Nội dung sai trong giấy khai sinh | Ngày đăng ký               |
        | Lý do                             | Đề nghị xem lại nội dung này |

    Kịch bản: Sửa quốc tịch: chỉ thẻ căn cước ghi quốc tịch
      Khi cán bộ hộ tịch làm bước "Sửa, ghi sổ lại và cấp lại":
        | Lý do     | Ghi thiếu quốc tịch thứ hai |
        | Quốc tịch | Việt Nam, Lào               |
      Thì "Thẻ căn cước" đang ở "Đang thẩm tra"
      Và "Thẻ BHYT" đang ở "Đã có kết quả"
      Và kết quả "Giấy khai sinh (bản thứ 2)" có:
        | Quốc tịch | Việt Nam, Lào |
        | Số        | 1/2026        |

    Kịch bản: Sửa nơi sinh: không nơi nào dùng, không ai bị mở lại
      Khi cán bộ hộ tịch làm bước "Sửa, ghi sổ lại và cấp lại":
        | Lý do    | Ghi thiếu tên đường                          |
        | Nơi sinh | Bệnh viện Bạch Mai, 78 Giải Phóng, Hà Nội |
      Thì "Thẻ căn cước" đang ở "Đã có kết quả"
      Và "Thẻ BHYT" đang ở "Đã có kết quả"

    Kịch bản: Sửa ngày sinh: ai dùng ngày sinh cũng mở lại
      Khi cán bộ hộ tịch làm bước "Sửa, ghi sổ lại và cấp lại":
        | Lý do                 | Bệnh viện ghi ngày 15 |
        | Ngày, tháng, năm sinh | 15/11/2026            |
      Thì "Thẻ căn cước" đang ở "Đang thẩm tra"
      Và "Thẻ BHYT" đang ở "Đang thẩm tra"
      Và "Thường trú" đang ở "Đang thẩm tra"

    Kịch bản: Nơi trả lại không phải chờ mãi
      Khi công an xã làm bước "Xem lại hồ sơ, không chờ sửa nữa":
        | Lý do | Nội dung này không ảnh hưởng đến cư trú |
      Thì "Thường trú" đang ở "Đang thẩm tra"
      Và "Khai sinh" đang ở "Đang sửa sai sót"
