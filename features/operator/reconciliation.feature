@agency @birth
Feature: Finished here, missing there
  The agency itself is asked. A reconciliation marks nothing as done: each difference leads to a message sent
  again under its key, or to a note.

  Rule: [85] A step done must be with the next system: who looks, finds what is missing (63/2024/NĐ-CP Art. 7)

    Background:
      Given Trần Thị Mai has filed the birth declaration
      And the civil-status officer has taken the step "Accept"

    Scenario: What agrees is only counted
      Given the civil-status officer has taken the step "Ask for the personal ID"
      When the operator reconciles today with the population database
      Then the reconciliation counts 1 of "Agree"
      And the page says "There is no difference."

    Scenario: The agency has lost a message and gets it again under the same key
      Given the civil-status officer has taken the step "Ask for the personal ID"
      And the population database has lost what it was told
      When the operator reconciles today with the population database
      Then the reconciliation counts 1 of "Finished here, missing there"
      And "Birth" is "Ready to sign"
      When the operator has it sent again because "The agency restored an old backup"
      Then the population database carried out "personal-id.assign" 1 times
      And the operators' log has "Sent again what the agency did not have" because "The agency restored an old backup"
      And "Birth" is "Ready to sign"

    Scenario: The agency has the message, but its register has no entry
      Given the civil-status officer has taken the step "Ask for the personal ID"
      And the population database has lost its register
      When the operator reconciles today with the population database
      Then the reconciliation counts 1 of "Finished here, missing there"
      And the page says "The agency says it was done, but its register has no such entry."
      When the operator notes "Reported to the agency by phone, ticket 17"
      Then the page says "Reported to the agency by phone, ticket 17"
      And the operators' log has "Noted a difference" because "Reported to the agency by phone, ticket 17"

    Scenario: Finished there, missing here: nothing is marked as done, the message is sent again
      Given the population database loses its answer to "personal-id.assign" 8 times
      And the civil-status officer has taken the step "Ask for the personal ID"
      When it is Friday 20/11/2026 09:30
      And the operator reconciles today with the population database
      Then the reconciliation counts 1 of "Finished there, missing here"
      And "Birth" is "Obstacle: no personal ID yet"
      When the operator resends the message because "The reconciliation found it finished there"
      Then "Birth" is "Ready to sign"

    Scenario: An agency that cannot be reached cannot be compared with
      Given the civil-status officer has taken the step "Ask for the personal ID"
      And the population database is down
      When the operator reconciles today with the population database
      Then the reconciliation counts 1 of "Could not be asked"

    Scenario: A reconciliation needs a period and a reason
      When the operator orders a reconciliation with nothing filled in
      Then the page says "Choose the agency to reconcile with."
