@clerk @birth
Feature: When an office has to ask elsewhere
  Nobody is sent for papers; the office asks, and the law says what that does to the time limit.

  Rule: [14] The marriage certificate is not demanded; another commune answers in 3 days, outside the limit (07/2025/NĐ-CP, article not read)

    Background:
      Given it is Monday 02/03/2026 09:00
      And Trần Thị Mai has filed the birth declaration
      And the civil-status officer has taken the step "Accept"

    Scenario: The declaration has no question about the marriage
      When the civil-status officer opens the case
      Then the page does not say "Marriage"
      When the civil-status officer takes the step "Ask another commune to verify":
        | The commune that is asked | Phường Hoàn Kiếm, Hà Nội                |
        | What is to be verified    | Whether the parents are married there |
      Then Trần Thị Mai is told that the clock stands still
      And "Birth" is "Being verified"

    Scenario: The answer comes, and the clock goes on where it stood
      When the civil-status officer takes the step "Ask another commune to verify":
        | The commune that is asked | Phường Hoàn Kiếm, Hà Nội                |
        | What is to be verified    | Whether the parents are married there |
      And it is Wednesday 04/03/2026 10:00
      And the civil-status officer takes the step "Record what was found":
        | The finding | Married in 2019 |
      Then "Birth" is due by 04/03/2026 17:00

    Scenario: No answer in three working days, so the officer decides
      When the civil-status officer takes the step "Ask another commune to verify":
        | The commune that is asked | Phường Hoàn Kiếm, Hà Nội                |
        | What is to be verified    | Whether the parents are married there |
      And it is Thursday 05/03/2026 17:00
      Then "Birth" is "Under review"
      And the civil-status officer reads "No answer in 3 days, the officer decides"

  Rule: [35] Residence takes 2 working days, 5 when the dwelling is verified (63/2024/NĐ-CP Art. 8)

    Background:
      Given it is Monday 02/03/2026 09:00
      And Trần Thị Mai has filed the birth declaration
      And "Birth" has its result
      And the police officer has taken the step "Accept"

    Scenario: Without verification
      Then "Residence" is due by 04/03/2026 17:00
      And Trần Thị Mai is promised the results by 05/03/2026 17:00

    Scenario: With verification the residence and the whole file get more time
      When the police officer takes the step "Verify the dwelling":
        | What is to be verified | Whether the family lives there |
      Then "Residence" is due by 09/03/2026 17:00
      And Trần Thị Mai is promised the results by 09/03/2026 17:00
      And Trần Thị Mai reads "The time limit is 5 working days"

  Rule: [36] From 01/07/2026 nothing is verified for a child under six at a parent's residence (58/2026/NĐ-CP Art. 4)

    Scenario: The police cannot start a verification
      Given it is Wednesday 01/07/2026 09:00
      And Trần Thị Mai has filed the birth declaration
      And "Birth" has its result
      And the police officer has taken the step "Accept"
      When the police officer opens the case
      Then the step "Verify the dwelling" is shut: "For a child under six at the residence of a parent or guardian no condition is checked; other files are verified once only. Needed now: “The child's age in months” is at least 72; or the child lives elsewhere than with a parent or guardian."
