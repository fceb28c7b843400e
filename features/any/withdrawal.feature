@citizen @any
Feature: Stopping what was asked for
  What is done stays done; what is not done stops.

  Background:
    Given Trần Thị Mai has filed the birth declaration

  Rule: [93] The citizen may stop; later steps are cancelled and finished acts stand (118/2025/NĐ-CP Art. 21)

    Scenario: Before the certificate nothing further is opened
      When Trần Thị Mai withdraws the file
      Then the file says "The file was withdrawn"
      And "Birth" is "Withdrawn on request"
      And the civil-status officer may take no step

    Scenario: After the certificate the birth stays registered, and the rest stops
      Given "Birth" has its result
      When Trần Thị Mai withdraws the file
      Then "Birth" is "Result issued"
      And the result "Birth certificate" shows:
        | Number | 1/2026 |
      And "Residence" is "Withdrawn on request"
      And "Health card" is "Withdrawn on request"

    Scenario: Halfway through, the personal ID being awaited
      Given the population database needs 2 minutes for "personal-id.assign"
      And the civil-status officer has taken the step "Accept"
      And the civil-status officer has taken the step "Ask for the personal ID"
      When Trần Thị Mai withdraws the file
      And it is Friday 20/11/2026 09:10
      Then "Birth" is "Withdrawn on request"
      And Trần Thị Mai reads "A late answer of another system was kept"

    Scenario: While the register writes, its act is not torn in two
      Given the civil-status register needs 2 minutes for "birth.register"
      And the civil-status officer has taken the step "Accept"
      And the civil-status officer has taken the step "Ask for the personal ID"
      And the head of civil status has taken the step "Sign for entry in the birth register"
      When Trần Thị Mai withdraws the file
      And it is Friday 20/11/2026 09:10
      Then "Birth" is "Result issued"
      And "Residence" has not opened: "Will not open: the file was withdrawn."
      And the residence database carried out "residence.record" 0 times

    Scenario: What was withdrawn may be filed anew
      When Trần Thị Mai withdraws the file
      And Trần Thị Mai fills in the birth declaration
      And Trần Thị Mai files the declaration
      Then the page says "Dossier submitted"
      And "Birth" is "Received"

    Scenario: Withdrawing twice changes nothing
      Given Trần Thị Mai leaves the page "Withdraw the dossier" of the file open
      When Trần Thị Mai withdraws the file
      And Trần Thị Mai withdraws the file from the page left open
      Then the answer is 409
      And the page says "The file has ended, so it cannot be withdrawn."

    Scenario: Nobody else may stop it
      When Nguyễn Văn Hùng asks by hand to "rut" the file
      Then the answer is 404
      And "Birth" is "Received"
