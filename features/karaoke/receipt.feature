@clock @karaoke
Feature: When a karaoke file counts as received
  Receipt closes at 16:00; the last hour of the day, the evening and days off belong to the next working day.

  Rule: [83] In the last hour, after 17:00 and on days off it counts from 08:00 of the next working day (297/2025/NĐ-CP, article not read)

    Scenario Outline: The minute of filing, and the sixteen working days
      Given it is <filed>
      And Phạm Quốc Dũng has filled in the karaoke declaration
      When Phạm Quốc Dũng files the declaration
      Then the page says "<why>"
      And Phạm Quốc Dũng is promised the results by <due>

      Examples:
        | filed                     | why                                                                                          | due              |
        | Monday 02/11/2026 15:59   | no later than 16:00, so it counts as received on that day                                    | 24/11/2026 17:00 |
        | Monday 02/11/2026 16:01   | after 16:00, so it counts as received on the next working day, Tuesday 03/11/2026            | 25/11/2026 17:00 |
        | Monday 02/11/2026 17:30   | after 16:00, so it counts as received on the next working day, Tuesday 03/11/2026            | 25/11/2026 17:00 |
        | Saturday 31/10/2026 09:00 | a day off (weekend), so it counts as received on the next working day, Monday 02/11/2026     | 24/11/2026 17:00 |

    Scenario: Each office has its own limit, which starts when its turn comes
      Given it is Monday 02/11/2026 09:00
      And Phạm Quốc Dũng has filed the karaoke declaration
      Then "Business" is due by 05/11/2026 17:00
      When it is Tuesday 03/11/2026 16:30
      And the business-registration officer takes the step "Accept"
      And the business-registration officer takes the step "Issue the result":
        | Number of the certificate | 01A8012345 |
        | Day of issue              | 03/11/2026 |
      Then "Security" is due by 09/11/2026 17:00
      And "Certificate of security and order" explains its date:
        | It reached the office at 16:30 on Tuesday 03/11/2026, after 16:00, so it counts as received on the next working day, Wednesday 04/11/2026. |
        | The time limit is 3 working days, the first is the one after receipt.                                                                   |

    Scenario: The licence has ten working days
      Given it is Monday 02/11/2026 09:00
      And Phạm Quốc Dũng has filed the karaoke declaration
      And "Business" has been issued as "01A8012345"
      And "Security" has been issued as "88/ANTT"
      Then "Licence" is due by 16/11/2026 17:00

  Rule: [97] Fees are shown before filing; they are paid with it and not paid back (297/2025/NĐ-CP, article not read)

    Scenario: Three fees, and none of the amounts is invented
      Given Phạm Quốc Dũng has filled in the karaoke declaration
      When Phạm Quốc Dũng opens the page "/karaoke/kiem-tra"
      Then the page says "Registration fee, not paid back amount not known"
      And the page says "Security appraisal, not paid back amount not known"
      And the page says "Licence appraisal, not paid back amount not known"
