@citizen @birth
Feature: The draft of the certificate, before it is signed
  The family reads the certificate once before it exists.

  Rule: [24] The requester has one day to answer the draft, and silence is agreement (3458/QĐ-BTP, article not read)

    Background:
      Given Trần Thị Mai has filed the birth declaration
      And the civil-status officer has taken the step "Accept"
      And the civil-status officer has taken the step "Ask for the personal ID"
      And the civil-status officer has taken the step "Send the draft to the citizen"

    Scenario: The draft is announced, and the clock stands still
      Then Trần Thị Mai gets the letter "The draft of the birth certificate waits for you. You have 1 day; no answer counts as agreement."
      And "Birth" is "Waiting for the citizen to read the draft"
      And Trần Thị Mai is told that the clock stands still

    Scenario: The family reads the draft and confirms it
      When Trần Thị Mai opens the file
      Then the page shows:
        | The child's full name   | Nguyễn Minh Anh |
        | The child's personal ID | 001326379009    |
      When Trần Thị Mai presses "Confirm that the draft is right"
      Then "Birth" is "Ready to sign"

    Scenario: Silence is agreement
      When it is Monday 23/11/2026 16:59
      Then "Birth" is "Waiting for the citizen to read the draft"
      When it is Monday 23/11/2026 17:00
      Then "Birth" is "Ready to sign"
      And the civil-status officer reads "No answer in 1 day: taken as agreement"

    Scenario: An error in the draft brings the file back to the officer
      When Trần Thị Mai follows "Point out an error in the draft" and writes "The given name is Ánh"
      Then "Birth" is "Under review"
      And the civil-status officer reads "Point out an error in the draft"

    Scenario: A draft is sent once
      When it is Monday 23/11/2026 17:00
      And the civil-status officer opens the case
      Then the step "Send the draft to the citizen" is shut: "The draft has been sent once."
