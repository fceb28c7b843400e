@citizen @any
Feature: Finding a file and seeing where it is

  Background:
    Given Trần Thị Mai has filed the birth declaration

  Rule: [94] Each file has one national code (04/2025/TT-VPCP, article not read)

    Scenario: Found with the code and the last four digits of the phone
      When somebody looks up the code of the file with the digits "5678"
      Then the page says "Being handled by Civil status"
      And the page says "K00.000.00-261120-010001"

    Scenario: The tail of the code is enough
      When somebody looks up the code "261120-010001" with the digits "5678"
      Then the page says "K00.000.00-261120-010001"

    Scenario Outline: A wrong code and a wrong phone get the same answer
      When somebody looks up the code "<code>" with the digits "<digits>"
      Then the answer is 404
      And the page says "There is no file with this code and phone number."
      And the page does not say "Nguyễn Minh Anh"

      Examples:
        | code                     | digits |
        | K00.000.00-261120-010009 | 5678   |
        | K00.000.00-261120-010001 | 1234   |
        | 010001                   | 0000   |
        | '; drop table dossier    | 5678   |

    Scenario: The code alone shows nothing
      When somebody opens the page "/ho-so/K00.000.00-261120-010001"
      Then the page says "Track a dossier"
      And the page does not say "Nguyễn Minh Anh"

    Scenario: Pressing twice gives one file and one code
      When Trần Thị Mai fills in the birth declaration:
        | The child's full name | Nguyễn Minh Khuê |
        | Date of birth         | 10/11/2026       |
      And Trần Thị Mai files the declaration
      Then the page says "K00.000.00-261120-010002"
      When Trần Thị Mai presses "Submit the dossier" on the page left open
      Then the answer is 200
      And the page says "K00.000.00-261120-010002"
      And Trần Thị Mai has 2 files

  Rule: [98] Each procedure shows its state, its office and its due date (174/CV-BCĐ, article not read)

    Scenario: Three procedures, three offices
      Given "Birth" has its result
      And the police officer has taken the step "Accept"
      Then "Residence" is "Under review"
      And "Residence" is due by 24/11/2026 17:00
      And "Health card" is "Received"
      And Trần Thị Mai reads "Police – Phường Ba Đình, thành phố Hà Nội"
      And Trần Thị Mai reads "Social insurance – Phường Ba Đình, thành phố Hà Nội"

    Scenario: A step that is no longer open is not taken from an old page
      Given the civil-status officer has the page of the case open
      And the civil-status officer has taken the step "Accept"
      When the civil-status officer presses "Accept" on the page left open
      Then the answer is 409
      And the page says "You yourself did “Accept” at 09:00:00 20/11/2026. The later press did nothing more."
      And "Birth" is "Under review"

    Scenario: A system that fails is seen by the office, and the step can be sent again
      Given the civil-status register is down
      And the civil-status officer has taken the step "Accept"
      And the civil-status officer has taken the step "Ask for the personal ID"
      And the head of civil status has taken the step "Sign for entry in the birth register"
      When it is Friday 20/11/2026 10:00
      Then "Birth" is "Obstacle: the register's system did not take it"
      When the civil-status register is up again
      And the civil-status officer takes the step "Send to the register again"
      Then "Birth" is "Result issued"
      And the civil-status register carried out "birth.register" 1 times
