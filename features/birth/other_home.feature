@citizen @birth
Feature: Where the child is registered to live

  Rule: [38] Parents who live apart agree on the place, else it follows the parent the child lives with (68/2020/QH14 Art. 12)

    Scenario: The page says so before anything is sent
      When Giàng Thị Mai fills in the birth declaration
      Then the page says "The parents live in two communes. The child follows their agreement, the parent it lives with, or a court decision."

    Scenario: With the father, in his commune
      When Giàng Thị Mai fills in the birth declaration:
        | Whose residence does the child join? | The father's residence |
      And Giàng Thị Mai files the declaration
      And the offices take "Birth" to its result
      Then "Residence" is "Received"
      And Giàng Thị Mai reads "Xã Đông Anh, thành phố Hà Nội"

  Rule: [37] Away from both parents it needs their consent and the papers of residence law (63/2024/NĐ-CP Art. 5)

    Background:
      Given Trần Thị Mai has filed the birth declaration:
        | Whose residence does the child join?           | Another place                   |
        | Commune where the child lives                  | Hoàn Kiếm, Hà Nội               |
        | Address where the child lives                  | 5 phố Hàng Bạc                  |
        | Personal ID of the householder there           | 001062000888                    |
        | What is the child to the householder?          | Grandchild, child of a son      |

    Scenario: The rule is said to the family and to the police
      Given "Birth" has its result
      Then Trần Thị Mai reads "their consent and residence papers are needed"
      And "Residence" is "Waiting for the householder's consent by VNeID"
      And the police officer reads "their consent and residence papers are needed"

    Scenario: The householder agrees, and the police of that commune decide
      Given "Birth" has its result
      When Nguyễn Văn Phúc agrees
      And the police officer takes the step "Accept"
      And the police officer takes the step "Approve the permanent residence"
      Then the result "Notice of permanent residence" shows:
        | Householder         | Nguyễn Văn Phúc                     |
        | Permanent residence | 5 phố Hàng Bạc                      |
        | Commune             | Phường Hoàn Kiếm, thành phố Hà Nội |

  Rule: [41] Parents without any residence: residence information is recorded instead (58/2026/NĐ-CP Art. 4)

    Scenario: A family in rented rooms
      When Trần Thị Út fills in the birth declaration
      Then the page says "The parents have no residence, so only the child's residence information is recorded."
      When Trần Thị Út files the declaration
      And the offices take "Birth" to its result
      And the police officer takes the step "Accept"
      Then the step "Approve the permanent residence" is shut: "The householder has not agreed, or the parents have no permanent or temporary residence. Needed now: “Whose residence does the child join?” is other than “The parents have no residence yet”."
      When the police officer takes the step "Record residence information instead":
        | The residence information that was recorded | Room 4, hamlet 1, Củ Chi |
      Then "Residence" is "Residence information recorded"
      And Trần Thị Út gets the letter "Your child's residence information is recorded. Register a permanent residence once there is one."
