@clerk @any
Feature: An office sees the files that lie with it, and no others

  Rule: [85] The next office has the data when the step before is finished, and only what it needs (63/2024/NĐ-CP Art. 7)

    Scenario: The police have nothing before it is their turn
      Given it is Tuesday 10/03/2026 09:00
      And Nguyễn Thị Hòa has filed the death declaration
      Then the police officer of "Ba Đình" has an empty worklist
      When the offices take "Death registration" to its result
      Then the police officer finds the file in the queue "To do"

    Scenario: The insurer does not see which papers proved the death
      Given Nguyễn Thị Hòa has filed the death declaration:
        | Which procedures do you want? | three |
      And "Death registration" has its result
      When the social-insurance officer opens the case
      Then the page says "1500200300400"
      And the page does not say "118/2026"
      And the page does not say "Nhồi máu cơ tim"

    Scenario: An officer of the province sees only what the province decides
      Given Lê Thị Hạnh has filed the death declaration:
        | Which procedures do you want? | three |
      And "Death registration" has its result
      When the merit-service officer opens the case
      Then the page says "Lê Văn Thắng"
      And the page does not say "Đột quỵ não"
      And "Funeral and survivor benefits for people with merit" lies at "People with merit – Tỉnh Thanh Hóa"

  Rule: [31] One event, one authority (60/2014/QH13 Art. 5)

    Scenario: The same office of another ward
      Given Nguyễn Thị Hòa has filed the death declaration
      Then the civil-status officer of "Hoàn Kiếm" does not find the file
