@clock @birth
Feature: Weekends, holidays and swapped days
  Friday 2 January 2026 was a day off; Saturday 10 January was worked for it.

  Rule: [84] Days off never count, and a swapped Saturday does (45/2019/QH14 Art. 111, 112)

    Scenario: A Saturday that is worked counts as a working day
      Given it is Thursday 08/01/2026 10:00
      And Trần Thị Mai has filled in the birth declaration
      When Trần Thị Mai files the declaration
      Then the page explains the date:
        | It was filed at 10:00 on Thursday 08/01/2026, no later than 15:00, so it counts as received on that day. |
        | Saturday 10/01/2026 counts: working day in place of Friday 02/01/2026 (Văn bản 12729/VPCP-KGVX).         |
        | Sunday 11/01/2026 does not count: weekend.                                                               |
        | The result is due by 17:00 on Monday 12/01/2026.                                                         |
      And Trần Thị Mai is promised the results by 12/01/2026 17:00

    Scenario: The Friday that was given away does not count
      Given it is Wednesday 31/12/2025 14:00
      And Trần Thị Mai has filled in the birth declaration
      When Trần Thị Mai files the declaration
      Then the page explains the date:
        | Thursday 01/01/2026 does not count: New Year's Day (Bộ luật Lao động Điều 112).                                 |
        | Friday 02/01/2026 does not count: day off swapped with Saturday 10/01/2026 (Văn bản 12729/VPCP-KGVX). |
        | The result is due by 17:00 on Wednesday 07/01/2026.                                                   |
      And Trần Thị Mai is promised the results by 07/01/2026 17:00

    Scenario Outline: Filed on a Saturday
      Given it is <filed>
      And Trần Thị Mai has filled in the birth declaration
      When Trần Thị Mai files the declaration
      Then the page says "<why>"
      And Trần Thị Mai is promised the results by <due>

      Examples:
        | filed                     | why                                                                   | due              |
        | Saturday 10/01/2026 09:00 | so it counts as received on that day                                  | 14/01/2026 17:00 |
        | Saturday 10/01/2026 15:30 | so it counts as received on the next working day, Monday 12/01/2026   | 15/01/2026 17:00 |
        | Saturday 17/01/2026 09:00 | a day off (weekend), so it counts as received on the next working day | 22/01/2026 17:00 |

    Scenario: A due date beyond the proclaimed calendar is not guessed
      Given it is Thursday 31/12/2026 10:00
      And Trần Thị Mai has filled in the birth declaration
      When Trần Thị Mai files the declaration
      Then the page says "The promised day cannot be told yet: next year’s public holidays are not published."
