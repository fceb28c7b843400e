# language: vi
@citizen @death
Tính năng: Gia đình được nhận bao nhiêu, và tính thế nào
  Số dự kiến nói rõ công thức, con số và căn cứ; quyết định của cơ quan chi trả mới là con số chính thức.

  Quy tắc: [69] Số tiền dự kiến có công thức, con số và căn cứ; con số chưa chắc thì nói là chưa chắc (176/2025/NĐ-CP Điều 5)

    Khung kịch bản: Trang theo dõi nói trước số tiền, do đúng một cơ quan trả
      Biết <người khai> đã nộp tờ khai khai tử:
        | Bạn muốn làm những thủ tục nào? | three |
      Khi <người khai> mở hồ sơ
      Thì trang ghi "<khoản>"
      Và trang ghi "<dự kiến>"
      Và trang ghi "<công thức>"
      Và trang ghi "Số tiền chính thức là con số ghi trong quyết định."

      Dữ liệu:
        | người khai     | khoản                                | dự kiến                                                                    | công thức                                          |
        | Nguyễn Thị Hòa | Trợ cấp mai táng từ bảo hiểm xã hội  | Dự kiến: 23.400.000 đ, tính theo con số gần nhất đã biết và chưa chắc chắn. | 10 × 2.340.000 đ = 23.400.000 đ. (41/2024/QH15 Điều 85) |
        | Má Thị Sở      | Hỗ trợ chi phí mai táng từ bảo trợ xã hội | Dự kiến: 10.000.000 đ, tính theo con số gần nhất đã biết và chưa chắc chắn. | 20 × 500.000 đ = 10.000.000 đ.                     |
        | Lê Thị Hạnh    | Mai táng phí đối với người có công   | Chưa tính được số tiền.                                                    | Chưa tìm được mức chi cho thân nhân người có công  |

    Khung kịch bản: Không thuộc diện nào, hoặc không chọn mai táng phí, thì không nói đến tiền
      Biết Nguyễn Thị Hòa đã nộp tờ khai khai tử:
        | Bạn muốn làm những thủ tục nào?    | <chọn> |
        | Khi mất, người mất thuộc diện nào? | <diện> |
      Khi Nguyễn Thị Hòa mở hồ sơ
      Thì trang không ghi "Số tiền chính thức là con số ghi trong quyết định."

      Dữ liệu:
        | chọn  | diện                  |
        | two   |                       |
        | three | Không thuộc diện nào  |

    Kịch bản: Người ngoài gia đình không đọc thấy tiền
      Biết Nguyễn Thị Hòa đã nộp tờ khai khai tử:
        | Bạn muốn làm những thủ tục nào? | three |
      Khi có người tra mã của hồ sơ với bốn số "4321"
      Thì trang không ghi "Số tiền chính thức là con số ghi trong quyết định."

    Kịch bản: Có quyết định rồi thì chỉ còn con số của quyết định
      Biết Nguyễn Thị Hòa đã nộp tờ khai khai tử:
        | Bạn muốn làm những thủ tục nào? | three |
      Và "Khai tử" đã có kết quả
      Và "Mai táng phí" đã có kết quả
      Khi Nguyễn Thị Hòa mở hồ sơ
      Thì trang ghi "Quyết định hưởng trợ cấp mai táng"
      Và trang không ghi "Số tiền chính thức là con số ghi trong quyết định."
