@chain @death
Feature: The relatives name one of them for the lump sum
  The insurer waits for all of them; the time of waiting belongs to nobody's time limit.

  Background:
    Given it is Monday 05/10/2026 09:00
    And Nguyễn Thị Hòa has filed the death declaration:
      | Which procedures do you want? | four |
    And "Death registration" has its result

  Rule: [73] All relatives confirm on VNeID, within 5 working days that are not counted (296/QĐ-VPCP, article not read)

    Scenario: While one of them is still to be heard, nothing moves
      When it is Tuesday 06/10/2026 10:00
      And Trần Thị Lan agrees
      Then "Survivors" is "Waiting for the relatives on VNeID"
      And "Survivors" has no due date while it waits
      And Nguyễn Thị Hòa is told that the clock stands still
      And Nguyễn Văn Bình reads "Your consent is needed"

    Scenario: When the last one has agreed, the insurer has its 8 working days from then on
      When it is Wednesday 07/10/2026 10:00
      And Trần Thị Lan agrees
      And Nguyễn Văn Bình agrees
      Then "Survivor benefit" is "Received"
      And "Survivor benefit" is due by 19/10/2026 17:00
      And the social-insurance officer finds the file in the queue "To do"
      And Nguyễn Thị Hòa is promised the results by 20/10/2026 17:00

    Scenario: The waiting is taken out of the limit of the whole group, in words
      When it is Wednesday 07/10/2026 10:00
      And Trần Thị Lan agrees
      And Nguyễn Văn Bình agrees
      And Nguyễn Thị Hòa opens the file
      Then the page explains the date:
        | The time limit is 9 working days, the first is the one after receipt.                                   |
        | The clock stood still from 09:00 on 05/10/2026 to 10:00 on 07/10/2026: 2 working days not counted. |
        | The result is due by 17:00 on Tuesday 20/10/2026.                                                  |

    Scenario: Somebody who is not a relative is not asked and sees nothing
      When Trần Thị Mai opens the file
      Then the page says "Dossier code"
      And the page does not say "Nguyễn Văn An"

  Rule: [73] Whoever cannot confirm in time gives Form 09-HSB instead (1449/QĐ-BHXH, article not read)

    Scenario: The window closes after 5 working days
      When Trần Thị Lan agrees
      And it is Monday 12/10/2026 16:59
      Then "Survivors" is "Waiting for the relatives on VNeID"
      When it is Monday 12/10/2026 17:00
      Then "Survivors" is "Under review"
      When the social-insurance officer opens "Survivor benefit"
      Then the step "Approve the survivor benefit" is shut: "The relatives have not confirmed on VNeID. Ask for Form 09-HSB before you approve. Needed now: every relative has confirmed; or a supplement has been asked for."

    Scenario: The form comes as the supplement, and the benefit is approved
      When it is Monday 12/10/2026 17:00
      And the social-insurance officer takes the step "Request a supplement" on "Survivor benefit":
        | Everything missing, one per line | Form 09-HSB, signed by Nguyễn Văn Bình |
      Then Nguyễn Thị Hòa reads "Form 09-HSB, signed by Nguyễn Văn Bình"
      When Nguyễn Thị Hòa supplies "Form 09-HSB with both signatures"
      And the social-insurance officer takes the step "Approve the survivor benefit" on "Survivor benefit"
      Then the result "Decision on the survivor benefit" shows:
        | Who receives it for all | Nguyễn Thị Hòa |
