@agency @birth
Feature: A personal ID that does not arrive
  The file never stops in silence: the obstacle is on record, everybody sees it, and there is a way on.

  Background:
    Given Trần Thị Mai has filed the birth declaration
    And the civil-status officer has taken the step "Accept"

  Rule: [28] When no personal ID comes, the obstacle is recorded and seen by everybody (63/2024/NĐ-CP Art. 8)

    Scenario: The population database is down
      Given the population database is down
      When the civil-status officer takes the step "Ask for the personal ID"
      And it is Friday 20/11/2026 10:00
      Then "Birth" is "Obstacle: no personal ID yet"
      And Trần Thị Mai reads "The population database could not give your child a personal ID yet. An officer knows of it."
      And the civil-status officer reads "Record the obstacle: no answer"
      And the civil-status officer finds the file in the queue "To do"

    Scenario: It refuses
      Given the population database answers "personal-id.assign" with "refused"
      When the civil-status officer takes the step "Ask for the personal ID"
      Then "Birth" is "Obstacle: no personal ID yet"
      And the civil-status officer reads "Record the obstacle: no number given"

    Scenario: It answers after three minutes, which is nothing to worry about
      Given the population database needs 3 minutes for "personal-id.assign"
      When the civil-status officer takes the step "Ask for the personal ID"
      Then "Birth" is "Waiting for the personal ID"
      When it is Friday 20/11/2026 09:04
      Then "Birth" is "Ready to sign"

    Scenario: Its answer is lost on the way three times, yet one number is assigned
      Given the population database loses its answer to "personal-id.assign" 3 times
      When the civil-status officer takes the step "Ask for the personal ID"
      And it is Friday 20/11/2026 09:30
      Then "Birth" is "Ready to sign"
      And the population database carried out "personal-id.assign" 1 times

    Scenario: The officer asks again
      Given the population database is down
      And the civil-status officer has taken the step "Ask for the personal ID"
      When it is Friday 20/11/2026 10:00
      And the population database is up again
      And the civil-status officer takes the step "Ask for the personal ID again"
      Then "Birth" is "Ready to sign"

  Rule: [29] A certificate without the personal ID is valid, and the number is added later (3160/BTP-CNTT, article not read)

    Background:
      Given the population database answers "personal-id.assign" with "refused"
      And the civil-status officer has taken the step "Ask for the personal ID"

    Scenario: Issued without the number; residence goes on, the card waits
      When the civil-status officer takes the step "Issue first, add the number later":
        | Reason | The database has a fault |
      And the head of civil status takes the step "Sign for entry in the birth register"
      Then the result "Birth certificate" does not show "The child's personal ID"
      And the result "Birth certificate" shows:
        | Number | 1/2026 |
      When the police officer takes the step "Accept"
      And the police officer takes the step "Approve the permanent residence"
      Then "Residence" is "Result issued"
      When the social-insurance officer takes the step "Accept"
      Then the step "Approve the card" is shut: "The birth certificate does not have the child's personal ID yet, so no card can be made out."
