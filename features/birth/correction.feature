@chain @birth
Feature: An error in the certificate goes back to the commune that issued it
  Exactly the procedures that use what was wrong are opened again.

  Background:
    Given Trần Thị Mai has filed the birth declaration
    And "Birth" has its result

  Rule: [55] Who finds an error returns it to the issuer, and all affected procedures open again (63/2024/NĐ-CP Art. 8)

    Scenario: The police find a wrong name while social insurance is at work
      Given the police officer has taken the step "Accept"
      And the social-insurance officer has taken the step "Accept"
      When the police officer takes the step "Return to the issuer of the birth certificate":
        | What is wrong in the birth certificate | The child's full name              |
        | Reason                                 | The hospital writes Nguyễn Minh Ánh |
      Then "Birth" is "Under correction"
      And "Residence" is "Waiting for the issuer's correction"
      And "Health card" is "Waiting for the issuer's correction"
      And Trần Thị Mai is told that the clock stands still
      When the civil-status officer takes the step "Correct, enter again and issue anew":
        | Reason                | A mark was missing |
        | The child's full name | Nguyễn Minh Ánh    |
      Then the result "Birth certificate (version 2)" shows:
        | Number                | 1/2026          |
        | The child's full name | Nguyễn Minh Ánh |
      And "Residence" is "Under review"
      And "Health card" is "Under review"
      And the social-insurance officer reads "Nguyễn Minh Ánh"

    Scenario: A card that was issued already is made out anew
      Given "Health card" has its result
      And the police officer has taken the step "Accept"
      When the police officer takes the step "Return to the issuer of the birth certificate":
        | What is wrong in the birth certificate | The child's full name              |
        | Reason                                 | The hospital writes Nguyễn Minh Ánh |
      Then "Health card" is "Result issued"
      When the civil-status officer takes the step "Correct, enter again and issue anew":
        | Reason                | A mark was missing |
        | The child's full name | Nguyễn Minh Ánh    |
      Then "Health card" is "Under review"
      When the social-insurance officer takes the step "Approve the card"
      Then the result "Electronic health-insurance card (version 2)" shows:
        | Card number           | 7900000001      |
        | The child's full name | Nguyễn Minh Ánh |

    Scenario: Social insurance returns it, and the residence that was registered opens again too
      Given "Residence" has its result
      And the social-insurance officer has taken the step "Accept"
      When the social-insurance officer takes the step "Return to the issuer of the birth certificate":
        | What is wrong in the birth certificate | Date of birth         |
        | Reason                                 | The notice says the 15th |
      And the civil-status officer takes the step "Correct, enter again and issue anew":
        | Reason        | The notice says the 15th |
        | Date of birth | 15/11/2026               |
      Then "Residence" is "Under review"
      And "Health card" is "Under review"

    Scenario: What nobody else uses is corrected without disturbing anybody
      Given "Health card" has its result
      And the police officer has taken the step "Accept"
      When the police officer takes the step "Return to the issuer of the birth certificate":
        | What is wrong in the birth certificate | Day of registration      |
        | Reason                                 | Please look at the place |
      And the civil-status officer takes the step "Correct, enter again and issue anew":
        | Reason         | The name of the hospital was short   |
        | Place of birth | Bệnh viện Bạch Mai, số 78 Giải Phóng |
      Then "Health card" is "Result issued"

    Scenario: The issuer finds no error, and the police go on
      Given the police officer has taken the step "Accept"
      When the police officer takes the step "Return to the issuer of the birth certificate":
        | What is wrong in the birth certificate | Sex          |
        | Reason                                 | Looks wrong  |
      And the civil-status officer takes the step "Keep: the certificate has no error":
        | Reason | As on the birth notice |
      Then "Birth" is "Result issued"
      And "Residence" is "Under review"
