@citizen @death
Feature: Who registers a death, where, and by when

  Rule: [58] A death is registered within 15 days; later it is still accepted (60/2014/QH13 Art. 33)

    Scenario Outline: The fifteenth day, and the day after
      Given it is Friday 20/11/2026 09:00
      And Nguyễn Thị Hòa has filled in the death declaration:
        | Day of death | <died> |
        | Issued on    | <died> |
      When Nguyễn Thị Hòa opens the page "/khai-tu/kiem-tra"
      Then the page <says> "More than 15 days have passed since the death."
      And the page <says> "amount not known"
      When Nguyễn Thị Hòa files the declaration
      Then the page says "Dossier submitted"

      Examples:
        | died       | says         |
        | 05/11/2026 | does not say |
        | 04/11/2026 | says         |

    Scenario: A day of death that is still to come is a slip of the pen
      Given Nguyễn Thị Hòa has filled in the death declaration
      When Nguyễn Thị Hòa opens the part "Time and place of death"
      And Nguyễn Thị Hòa enters:
        | Day of death | 21/11/2026 |
      Then the answer is 422

  Rule: [59] The commune of the last residence registers; else that of the place of death (60/2014/QH13 Art. 32)

    Scenario: Died in another ward than the one of the home
      Given Nguyễn Thị Hòa has filed the death declaration
      Then "Death registration" lies at "Civil status – Phường Ba Đình, thành phố Hà Nội"

    Scenario: No residence is known, so the place of death registers
      Given Đỗ Văn Năm has filed the death declaration
      Then "Death registration" lies at "Civil status – Phường Bến Thành, thành phố Hồ Chí Minh"

  Rule: [60] Spouse, child, parent or another relative; else an organisation (60/2014/QH13 Art. 33)

    Scenario: Who may declare
      Given Nguyễn Thị Hòa has filled in the death declaration
      When Nguyễn Thị Hòa opens the part "You"
      Then the form offers for "Who are you to the deceased?":
        | Wife or husband                      |
        | Child                                |
        | Father or mother                     |
        | Another relative                     |
        | For an organisation that is responsible |
      And the page says "When the deceased left no relatives."

  Rule: [31] One death is registered once (60/2014/QH13 Art. 5)

    Scenario: The wife files while the daughter's file runs
      Given Nguyễn Thị Hòa has filed the death declaration
      And Trần Thị Lan has filled in the death declaration
      When Trần Thị Lan files the declaration
      Then the answer is 409
      And the page says "This event already has a file."
      And Trần Thị Lan has filed nothing
