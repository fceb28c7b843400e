# language: vi
@citizen @death
Tính năng: Người nhận mai táng phí
  Tiền trả cho người hoặc tổ chức lo việc mai táng, không nhất thiết là người nộp tờ khai.

  Quy tắc: [72] Người nhận là cá nhân, tổ chức lo mai táng (41/2024/QH15 Điều 85)

    Kịch bản: Người nộp tờ khai lo tang
      Biết Nguyễn Thị Hòa đã nộp tờ khai khai tử:
        | Bạn muốn làm những thủ tục nào? | three |
      Và "Khai tử" đã có kết quả
      Và "Trợ cấp mai táng từ bảo hiểm xã hội" đã có kết quả
      Thì kết quả "Quyết định hưởng trợ cấp mai táng" có:
        | Người nhận tiền | Nguyễn Thị Hòa |

    Kịch bản: Người khác lo tang thì chỉ cần số định danh, họ tên lấy từ cơ sở dữ liệu
      Khi Nguyễn Thị Hòa điền tờ khai khai tử:
        | Bạn muốn làm những thủ tục nào?      | three             |
        | Ai lo việc mai táng?                 | Một người khác    |
        | Số định danh của người lo tang       | 001078009876      |
        | Nhận tiền bằng cách nào?             | Tiền mặt tại nơi chi trả |
      Thì trang có:
        | Họ tên người lo tang | Nguyễn Văn Bình |
      Khi Nguyễn Thị Hòa nộp tờ khai
      Và cán bộ hộ tịch làm bước "Tiếp nhận"
      Và cán bộ hộ tịch làm bước "Chuyển ký"
      Và lãnh đạo hộ tịch làm bước "Ký, ghi sổ khai tử"
      Và cán bộ bảo hiểm xã hội làm bước "Tiếp nhận"
      Và cán bộ bảo hiểm xã hội làm bước "Duyệt hưởng trợ cấp mai táng"
      Thì kết quả "Quyết định hưởng trợ cấp mai táng" có:
        | Người nhận tiền | Nguyễn Văn Bình |

    Kịch bản: Cơ quan, tổ chức lo tang
      Biết Má Thị Sở đã nộp tờ khai khai tử:
        | Bạn muốn làm những thủ tục nào? | three                           |
        | Ai lo việc mai táng?            | organisation                    |
        | Tên cơ quan, tổ chức lo tang    | Hội Người cao tuổi phường Sa Pa |
      Và "Khai tử" đã có kết quả
      Thì cán bộ bảo trợ xã hội đọc thấy "Hội Người cao tuổi phường Sa Pa"
      Khi cán bộ bảo trợ xã hội làm bước "Tiếp nhận"
      Và cán bộ bảo trợ xã hội làm bước "Duyệt hỗ trợ chi phí mai táng"
      Thì kết quả "Quyết định hỗ trợ chi phí mai táng" có:
        | Người nhận tiền | Hội Người cao tuổi phường Sa Pa |

    Kịch bản: Nhận qua ngân hàng thì phải có số tài khoản
      Biết Nguyễn Thị Hòa đã điền tờ khai khai tử:
        | Bạn muốn làm những thủ tục nào? | three |
      Khi Nguyễn Thị Hòa mở phần "Người lo tang và nơi nhận tiền"
      Và Nguyễn Thị Hòa điền:
        | Số tài khoản |  |
      Thì trang trả lời mã 422
