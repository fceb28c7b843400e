@clerk @birth
Feature: The right office, and the right officer
  A file that came to the wrong place is handed on, and nobody decides on the own family.

  Rule: [32] An office that is not competent hands the file on instead of refusing it (60/2014/QH13 Art. 9)

    Background:
      Given Giàng Thị Mai has filed the birth declaration

    Scenario: From Mường Hum to Đông Anh, where the father lives
      When the civil-status officer takes the step "Forward to the competent office":
        | Competent commune | Đông Anh, Hà Nội                    |
        | Reason            | The parents agreed on the father's commune |
      Then "Birth" is "Received"
      And Giàng Thị Mai reads "Xã Đông Anh, thành phố Hà Nội"
      And the civil-status officer of "Mường Hum" does not find the file
      And the civil-status officer finds the file in the queue "To do"

    Scenario: The new office goes on where the old one stopped
      Given the civil-status officer has taken the step "Forward to the competent office":
        | Competent commune | Đông Anh, Hà Nội                    |
        | Reason            | The parents agreed on the father's commune |
      When the civil-status officer takes the step "Accept"
      And the civil-status officer takes the step "Ask for the personal ID"
      And the head of civil status takes the step "Sign for entry in the birth register"
      Then the result "Birth certificate" shows:
        | Place of registration | Xã Đông Anh, thành phố Hà Nội |

    Scenario: A commune that does not exist changes nothing
      When the civil-status officer takes the step "Forward to the competent office":
        | Competent commune | Phường Không Có |
        | Reason            | Wrong office    |
      Then the answer is 422
      And the page says "no commune, ward or special zone has this name."
      And "Birth" is "Received"

  Rule: [30] An officer does not handle a file of the own family (60/2014/QH13 Art. 12)

    Background:
      Given Huỳnh Thị Ngọc Trâm has filed the birth declaration

    Scenario: The grandfather is the civil-status officer
      When the civil-status officer opens the case
      Then the step "Accept" is shut: "You are one of the people in this file, so you may not handle it."
      And the civil-status officer may take no step

    Scenario: Sending the step by hand is refused as well
      When the civil-status officer sends the step "Accept" by hand
      Then the answer is 403
      And the page says "You are one of the people in this file, so you may not handle it."
      And "Birth" is "Received"

    Scenario: The head of the office takes over
      When the head of civil status takes the step "Accept"
      Then "Birth" is "Under review"
