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
        | Legal ground | 68/2020/QH14 Điều 23             |

    Scenario: The family reads why
      Then "Residence" is "Refused"
      And Trần Thị Mai reads "The house is in dispute at court (68/2020/QH14 Art. 23)"
      And Trần Thị Mai gets the letter "Your file was refused. The reason is on the tracking page."

    Scenario: The card goes on all the same
      When the social-insurance officer takes the step "Accept"
      And the social-insurance officer takes the step "Approve the card"
      Then "Health card" is "Result issued"
      And the file says "The file has ended; a part was not granted"

  Rule: [48] Social insurance says no with its reasons, and the rest goes on (63/2024/NĐ-CP Art. 8)

    Background:
      Given Trần Thị Mai has filed the birth declaration
      And "Birth" has its result
      And the social-insurance officer has taken the step "Accept"

    Scenario: The card is refused, the residence is not
      When the social-insurance officer takes the step "Refuse":
        | Reason       | The child is insured by the army |
        | Legal ground | 25/2008/QH12 Điều 16             |
      Then "Health card" is "Refused"
      And Trần Thị Mai reads "The child is insured by the army"
      Given "Residence" has its result
      Then the file says "The file has ended; a part was not granted"

    Scenario: A supplement that nobody answers costs the card, not the residence
      Given it has become Friday 20/11/2026 09:10
      When the social-insurance officer takes the step "Request a supplement":
        | Everything missing, one per line | The facility is closed: choose another |
      And it is Tuesday 01/12/2026 17:00
      Then "Health card" is "Refused"
      And "Residence" is "Received"
      And Trần Thị Mai reads "No supplement arrived in time."

  Rule: [33] Without a certificate nothing further is opened (63/2024/NĐ-CP Art. 8)

    Scenario: A refused birth registration
      Given Trần Thị Mai has filed the birth declaration
      When the civil-status officer takes the step "Refuse":
        | Reason       | The child is registered in another commune |
        | Legal ground | 60/2014/QH13 Điều 5                        |
      Then "Birth" is "Refused"
      And "Residence" has not opened: "Will not open: “Birth” ended without its result."
      And "Health card" has not opened: "Will not open: “Birth” ended without its result."
      And the residence database carried out "residence.record" 0 times
      And the file says "The file has ended; a part was not granted"
