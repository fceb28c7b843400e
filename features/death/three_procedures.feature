@chain @death
Feature: Three procedures after a death, with the funeral allowance
  The daughter declares once; the commune, the police and social insurance do the rest.

  Rule: [64] The requester chooses 2, 3 or 4 procedures, and the form follows (296/QĐ-VPCP, article not read)

    Scenario: From the first page of the declaration to the money
      When Nguyễn Thị Hòa fills in the death declaration:
        | Which procedures do you want? | three |
      And Nguyễn Thị Hòa files the declaration
      Then the file has these procedures:
        | Death registration |
        | Residence          |
        | Funeral            |
      And "Funeral allowance from social insurance" has not opened: "Opens as soon as “Death” has its result."
      When the civil-status officer takes the step "Accept"
      And the civil-status officer takes the step "Hand on for signature"
      And the head of civil status takes the step "Sign for entry in the death register"
      Then the file says "Being handled by Social insurance"
      And "Residence" opened in the minute in which "Death" ended
      And "Funeral allowance from social insurance" opened in the minute in which "Death" ended
      When the social-insurance officer takes the step "Accept"
      And the social-insurance officer takes the step "Approve the funeral allowance"
      Then the result "Extract of the death register" shows:
        | Number              | 1/2026        |
        | Name of the deceased | Nguyễn Văn An |
      And the result "Notice of removal of permanent residence" shows:
        | Number | 00004-XTT-2026-0001 |
      And the result "Decision on the funeral allowance" shows:
        | Number of the decision | 1/QĐ-BHXH-2026 |
        | Amount                 | 23,400,000 VND |
        | Who is paid            | Nguyễn Thị Hòa |
      And the file says "Every result is ready"
      And Nguyễn Thị Hòa gets the letter "The funeral allowance has been decided. The amount is on the tracking page."

  Rule: [85] The next system has at once the data that it needs, and no others (63/2024/NĐ-CP Art. 7)

    Scenario: What is told to the police, and what to the insurer
      Given Nguyễn Thị Hòa has filed the death declaration:
        | Which procedures do you want? | three |
      And "Death registration" has its result
      And "Funeral allowance from social insurance" has its result
      Then the residence database was told of "residence.remove" nothing but:
        | death-extract.number        |
        | death-extract.registered-on |
        | death-extract.full-name     |
        | death-extract.personal-id   |
        | death-extract.died-on       |
      And the social-insurance system was told of "funeral.decide" nothing but:
        | death-extract.number        |
        | death-extract.registered-on |
        | death-extract.full-name     |
        | death-extract.personal-id   |
        | death-extract.died-on       |
        | deceased.status             |
        | funeral.payee-name          |
        | funeral.payee-id            |
        | funeral.paid-by             |
        | funeral.bank-name           |
        | funeral.bank-account        |
