@citizen @birth
Feature: Sixteen answers for three procedures
  Counted through the pages: every box that is filled in or chosen, the first questions, the choice of
  procedures and whatever stands beside the last button included. Signing in is not counted.

  Rule: [91] What the state knows is not asked (63/2024/NĐ-CP Art. 4)

    Scenario: The whole birth bundle, from the first question to the dossier code
      When Trần Thị Mai answers the first questions of the birth declaration:
        | Date of birth                              | 16/11/2026             |
        | Whose residence does the child join?       | The mother's residence |
        | Does the child have a health card already? | No                     |
        | Do you also want an ID card for the child? | No                     |
      Then the page says "16 questions instead of the 71 boxes"
      When Trần Thị Mai begins from there
      And Trần Thị Mai answers the rest and files, counting:
        | Number of the birth notice | 01001.GCS.00456.26 |
      Then the page says "Dossier submitted"
      And 16 answers were typed or chosen, none of them twice
      And the file has these procedures:
        | Birth registration |
        | Residence          |
        | Health card        |

    Scenario: Where each answer came from stays with the file
      Given Trần Thị Mai has filed the birth declaration
      When Trần Thị Mai opens the file
      And Trần Thị Mai follows the link "What was declared, and where it came from"
      Then the page shows:
        | The father's full name | Population database (simulated), at 09:00 on 20/11/2026 |
        | Your full name         | Signed-in identity                                      |
        | The mother's personal ID | Signed-in identity                                    |
        | The child's full name  | Declared                                                |
