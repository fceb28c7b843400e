@citizen @karaoke
Feature: The declaration for a karaoke house

  Rule: [91] One form asks once what three offices need (63/2024/NĐ-CP Art. 4)

    Scenario: Somebody else is responsible for security; the name comes from the database
      When Phạm Quốc Dũng fills in the karaoke declaration:
        | Who is responsible for security and order? | Somebody else |
      Then the page shows:
        | Name of that person | Ngô Thị Thanh |
      When Phạm Quốc Dũng files the declaration
      And the business-registration officer takes the step "Accept"
      And the business-registration officer takes the step "Issue the result":
        | Number of the certificate | 01A8012345 |
        | Day of issue              | 20/11/2026 |
      Then the order-police officer reads "Ngô Thị Thanh"
      And the order-police officer reads "001188003579"

    Scenario: Each office sees its own part
      Given Phạm Quốc Dũng has filed the karaoke declaration
      When the business-registration officer opens the case
      Then the page says "800,000,000"
      And the page does not say "4512/2026"

  Rule: [92] A refusal is written, with its reason, and stops what would follow (60/2014/QH13 Art. 5)

    Scenario: The police refuse; the registered business stands
      Given Phạm Quốc Dũng has filed the karaoke declaration
      And "Business" has been issued as "01A8012345"
      When the order-police officer takes the step "Refuse":
        | Reason       | The way of escape is too narrow |
        | Legal ground | 297/2025/NĐ-CP                  |
      Then "Certificate of security and order" says "The way of escape is too narrow"
      And "Karaoke licence" has not opened: "Will not open: “Business, Security” ended without its result."
      And "Business" is "Result issued"
      And the file says "The file has ended; a part was not granted"

  Rule: [96] The version of the procedure is the one on the day of receipt (301/2026/NĐ-CP, article not read)

    Scenario: Before the decree there was no such group
      Given it is Friday 14/11/2025 09:00
      When somebody opens the page "/karaoke"
      Then the answer is 404
