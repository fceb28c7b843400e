@clock @death
Feature: A death is registered on the same day, and what the register then holds is locked

  Rule: [65] Same working day; 3 working days where the event has to be verified (296/QĐ-VPCP, article not read)

    Scenario Outline: The day of receipt decides
      Given it is <filed>
      And Nguyễn Thị Hòa has filed the death declaration
      Then "Death registration" is due by <due>

      Examples:
        | filed                     | due              |
        | Monday 05/10/2026 14:59   | 05/10/2026 17:00 |
        | Monday 05/10/2026 15:01   | 06/10/2026 17:00 |
        | Saturday 10/10/2026 09:00 | 12/10/2026 17:00 |

    Scenario: Verification makes it three days, for the office and for the whole group
      Given it is Monday 05/10/2026 09:00
      And Nguyễn Thị Hòa has filed the death declaration
      And the civil-status officer has taken the step "Accept"
      Then Nguyễn Thị Hòa is promised the results by 06/10/2026 17:00
      When the civil-status officer takes the step "Verify the event":
        | What is to be verified, and where | The hour of death, at the hospital |
      Then "Death registration" is due by 08/10/2026 17:00
      And "Death registration" explains its date:
        | The time limit is 3 working days, the first is the one after receipt. |
      And Nguyễn Thị Hòa is promised the results by 09/10/2026 17:00
      When it is Wednesday 07/10/2026 10:00
      And the civil-status officer takes the step "Record what was found":
        | The finding | The hospital confirms 05:40 |
      Then "Death registration" is due by 08/10/2026 17:00
      When the civil-status officer opens the case
      Then the step "Verify the event" is shut: "This event has been verified; the limit of 3 working days already counts for the whole file."

  Rule: [79] After registration the data of the deceased are locked (60/2014/QH13 Art. 34)

    Scenario: No officer has a step that would change them
      Given Nguyễn Thị Hòa has filed the death declaration
      And "Death registration" has its result
      Then the civil-status officer reads "There is no step for an officer in this state."

    Scenario: Only what a receiving office finds wrong is corrected, at the office that issued it
      Given Nguyễn Thị Hòa has filed the death declaration:
        | Which procedures do you want? | three |
      And "Death registration" has its result
      And the social-insurance officer has taken the step "Accept"
      When the social-insurance officer takes the step "Return to the issuer of the extract":
        | What is wrong in the extract | Day of death                    |
        | Reason                       | The hospital says the 17th      |
      Then "Death registration" is "Under correction"
      And "Funeral allowance from social insurance" is "Waiting for the issuer's correction"
      When the civil-status officer takes the step "Correct and issue the extract anew":
        | Day of death | 17/11/2026                          |
        | Reason       | Slip of the pen in the declaration |
      Then the result "Extract of the death register" shows:
        | Day of death | 17 November 2026 |
      And "Funeral allowance from social insurance" is "Under review"
      And "Removal of permanent residence" is "Result issued"
      And the residence database carried out "residence.remove" 2 times
