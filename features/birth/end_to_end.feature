@chain @birth
Feature: One declaration, three offices, every result on one page
  A mother declares once; the commune, the police and social insurance do the rest.

  Rule: [47] Residence and health card start together from the certificate (63/2024/NĐ-CP Art. 8)

    Scenario: From the first page of the declaration to the last result
      When Trần Thị Mai fills in the birth declaration:
        | Number of the birth notice | 01001.GCS.00456.26 |
        | Date of birth              | 16/11/2026         |
      And Trần Thị Mai files the declaration
      Then the page says "Dossier submitted"
      And the file has these procedures:
        | Birth registration |
        | Residence          |
        | Health card        |
      When the civil-status officer takes the step "Accept"
      And the civil-status officer takes the step "Ask for the personal ID"
      And the head of civil status takes the step "Sign for entry in the birth register"
      Then the result "Birth certificate" shows:
        | Number                  | 1/2026                               |
        | Day of registration     | 20 November 2026                     |
        | The child's personal ID | 001326379009                         |
        | The child's full name   | Nguyễn Minh Anh                      |
        | Place of birth          | Bệnh viện Bạch Mai, thành phố Hà Nội |
      And the file says "Being handled by Police and Social insurance"
      When the police officer takes the step "Accept"
      And the police officer takes the step "Approve the permanent residence"
      And the social-insurance officer takes the step "Accept"
      And the social-insurance officer takes the step "Approve the card"
      Then the result "Notice of permanent residence" shows:
        | Number                  | 00004-TT-2026-0001 |
        | The child's personal ID | 001326379009       |
        | Householder             | Nguyễn Văn Hùng    |
      And the result "Electronic health-insurance card" shows:
        | Card number             | 7900000001      |
        | Group                   | TE              |
        | Benefit level           | 1               |
        | The child's personal ID | 001326379009    |
        | Valid until             | 30 November 2032 |
      And the file says "Every result is ready"
      And 4 officers of 3 offices have worked on the file

    Scenario: The card does not wait for the residence
      Given Trần Thị Mai has filed the birth declaration
      And "Birth" has its result
      When the social-insurance officer takes the step "Accept"
      And the social-insurance officer takes the step "Approve the card"
      Then "Health card" is "Result issued"
      And "Residence" is "Received"

  Rule: [33] The residence opens only when the certificate exists (63/2024/NĐ-CP Art. 8)

    Scenario: While the birth is not registered, the police have nothing
      When Trần Thị Mai fills in the birth declaration
      And Trần Thị Mai files the declaration
      Then "Residence" has not opened: "Opens as soon as “Birth” has its result."
      And "Health card" has not opened: "Opens as soon as “Birth” has its result."

  Rule: [85] What one office issues is with the next one at once (63/2024/NĐ-CP Art. 7)

    Scenario: The next cases open in the very minute of the certificate
      Given Trần Thị Mai has filed the birth declaration
      And the civil-status officer has taken the step "Accept"
      And the civil-status officer has taken the step "Ask for the personal ID"
      When it is Friday 20/11/2026 10:12
      And the head of civil status takes the step "Sign for entry in the birth register"
      Then "Residence" opened in the minute in which "Birth" ended
      And "Health card" opened in the minute in which "Birth" ended
      And the police officer finds the file in the queue "To do"
