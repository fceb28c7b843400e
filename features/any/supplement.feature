@citizen @any
Feature: One complete request for what is missing

  Background:
    Given it is Monday 02/03/2026 09:00
    And Trần Thị Mai has filed the birth declaration
    And the civil-status officer has taken the step "Accept"

  Rule: [27] The request names every missing paper, in writing (60/2014/QH13 Art. 9)

    Scenario: Two lines, two things
      When the civil-status officer takes the step "Request a supplement":
        | Everything missing, one per line | Passport of the father; certified copy |
      Then Trần Thị Mai reads "Passport of the father; certified copy"
      And "Birth" is "Waiting for the citizen's supplement"
      And Trần Thị Mai gets the letter "Your file needs a supplement. Open the tracking page for the list."

    Scenario: A request that names nothing is not sent
      When the civil-status officer takes the step "Request a supplement"
      Then the answer is 422
      And "Birth" is "Under review"

  Rule: [26] The citizen has 7 working days; after that the file is refused (63/2024/NĐ-CP Art. 8)

    Background:
      Given the civil-status officer has taken the step "Request a supplement":
        | Everything missing, one per line | Passport of the father |

    Scenario: The last day stands on the page
      Then Trần Thị Mai reads "Answer by 11 March 2026, 17:00. After that the dossier is refused."

    Scenario: Answered in time
      When it is Thursday 05/03/2026 10:00
      And Trần Thị Mai supplies "Passport B1234567, issued in 2021"
      Then "Birth" is "Under review"
      And "Birth" is due by 05/03/2026 17:00
      And the civil-status officer reads "Send the supplement"

    Scenario: An empty answer is not an answer
      When Trần Thị Mai supplies " "
      Then the answer is 422
      And "Birth" is "Waiting for the citizen's supplement"

    Scenario: Not answered
      When it is Wednesday 11/03/2026 16:59
      Then "Birth" is "Waiting for the citizen's supplement"
      When it is Wednesday 11/03/2026 17:00
      Then "Birth" is "Refused"
      And Trần Thị Mai gets the letter "Your file was refused: no supplement arrived in time."
      And Trần Thị Mai reads "No supplement arrived in time."
      And "Residence" has not opened: "Will not open: “Birth” ended without its result."

    Scenario: Too late
      When it is Wednesday 11/03/2026 16:50
      And Trần Thị Mai leaves the page "Add what is missing" of the file open
      And it is Wednesday 11/03/2026 17:01
      And Trần Thị Mai presses "Send it" on the page left open
      Then the answer is 409
      And the page says "The file no longer waits for a supplement."

    Scenario: Left open overnight, the page is too old to be sent, and nothing is lost
      When Trần Thị Mai leaves the page "Add what is missing" of the file open
      And it is Tuesday 03/03/2026 09:00
      And Trần Thị Mai presses "Send it" on the page left open
      Then the answer is 400
      And the page says "This page was open too long: nothing was sent. Reload it and send again"
      And "Birth" is "Waiting for the citizen's supplement"

  Rule: [90] Only one request for each file (297/2025/NĐ-CP, article not read)

    Scenario: A second request is shut
      Given the civil-status officer has taken the step "Request a supplement":
        | Everything missing, one per line | Passport of the father |
      When Trần Thị Mai supplies "Passport B1234567"
      And the civil-status officer opens the case
      Then the step "Request a supplement" is shut: "A supplement may be requested only once for each file."
