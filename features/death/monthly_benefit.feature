@citizen @death
Feature: The survivor benefit every month, and the one that has to stop

  Rule: [74] Only an eligible relative has a monthly benefit (41/2024/QH15 Art. 86)

    Scenario: With nobody eligible the declaration is not taken, and says what to choose instead
      When Nguyễn Thị Hòa fills in the death declaration:
        | Which procedures do you want?                          | four    |
        | How do the relatives take the survivor benefit?        | monthly |
        | Which relative is eligible every month?                | Nobody  |
      Then the page says "No relative is eligible for the monthly benefit. Choose the lump sum instead."
      When Nguyễn Thị Hòa presses "Submit the dossier"
      Then the answer is 409
      And Nguyễn Thị Hòa has filed nothing

    Scenario: Who is eligible
      Given Nguyễn Thị Hòa has filled in the death declaration:
        | Which procedures do you want?                   | four    |
        | How do the relatives take the survivor benefit? | monthly |
      When Nguyễn Thị Hòa opens the part "The relatives who survive"
      Then the form offers for "Which relative is eligible every month?":
        | A child under 18, also one not yet born                 |
        | A relative who lost 81% or more of the capacity to work |
        | A relative of the age that the law sets                 |
        | Nobody                                                  |

    Scenario: The insurer decides a monthly benefit for a child
      Given Nguyễn Thị Hòa has filed the death declaration:
        | Which procedures do you want?                   | four    |
        | How do the relatives take the survivor benefit? | monthly |
      And "Death registration" has its result
      When the social-insurance officer takes the step "Accept" on "Survivor benefit"
      And the social-insurance officer takes the step "Approve the survivor benefit" on "Survivor benefit"
      Then the result "Decision on the survivor benefit" shows:
        | Amount | 1,170,000 VND |

  Rule: [75] A relative who earns the reference level or more has no monthly benefit (41/2024/QH15 Art. 86)

    Scenario: The officer is told before looking into it
      Given Nguyễn Thị Hòa has filed the death declaration:
        | Which procedures do you want?                                       | four    |
        | How do the relatives take the survivor benefit?                     | monthly |
        | Does this relative work and earn the reference level or more?       | yes     |
      And "Death registration" has its result
      When the social-insurance officer opens "Survivor benefit"
      Then the page says "A relative who works and earns the reference level or more has no monthly benefit."

  Rule: [76, 78] Over eighty: the monthly benefit stops within 2 working days, then the support is paid, 11 in all (296/QĐ-VPCP, article not read)

    Scenario: The insurer stops its benefit, then the commune pays
      Given it is Monday 05/10/2026 09:00
      And Võ Văn Tâm has filed the death declaration:
        | Which procedures do you want? | three |
      And "Death registration" has its result
      Then Võ Văn Tâm is promised the results by 20/10/2026 17:00
      And the page explains the date:
        | The time limit is 11 working days, the first is the one after receipt. |
      And "Benefit stop" is due by 07/10/2026 17:00
      And "Funeral support from social protection" has not opened: "Opens as soon as “Death, Benefit stop” has its result."
      When the social-insurance officer takes the step "Accept"
      And the social-insurance officer takes the step "Stop the monthly survivor benefit":
        | Number of the decision | 5/QĐ-BHXH  |
        | Stopped from           | 01/11/2026 |
      And the social-protection officer takes the step "Accept"
      And the social-protection officer takes the step "Approve the funeral support"
      Then the file says "Every result is ready"
