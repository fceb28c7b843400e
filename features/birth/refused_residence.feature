@chain @birth
Feature: When one office refuses
  A refusal stops what rests on it, and nothing else.

  Rule: [44] A disputed or unlawful dwelling is a reason to refuse the residence (68/2020/QH14 Art. 23)

    Background:
      Given Trần Thị Mai has filed the birth declaration
      And "Birth" has its result
      And the police officer has taken the step "Accept"
      And the police officer has taken the step "Refuse":
        | Reason       | The house is in dispute at court |
        | Legal ground | 68/2020/QH14 Art. 23             |

    Scenario: The family reads why
      Then "Residence" is "Refused"
      And Trần Thị Mai reads "The house is in dispute at court"
      And Trần Thị Mai gets the letter "Your file was refused. The reason is on the tracking page."

    Scenario: The card goes on all the same
      When the social-insurance officer takes the step "Accept"
      And the social-insurance officer takes the step "Approve the card"
      Then "Health card" is "Result issued"
      And the file says "The file has ended; a part was not granted"

  Rule: [33] Without a certificate nothing further is opened (63/2024/NĐ-CP Art. 8)

    Scenario: A refused birth registration
      Given Trần Thị Mai has filed the birth declaration
      When the civil-status officer takes the step "Refuse":
        | Reason       | The child is registered in another commune |
        | Legal ground | 60/2014/QH13 Art. 5                        |
      Then "Birth" is "Refused"
      And "Residence" has not opened: "Will not open: “Birth” ended without its result."
      And "Health card" has not opened: "Will not open: “Birth” ended without its result."
      And the residence database carried out "residence.record" 0 times
      And the file says "The file has ended; a part was not granted"
