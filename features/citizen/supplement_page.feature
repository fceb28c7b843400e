@citizen @birth
Feature: The page that answers a supplement asks only what the officer marked

  Background:
    Given it is Monday 02/03/2026 09:00
    And Trần Thị Mai has filed the birth declaration
    And the civil-status officer has taken the step "Accept"

  Rule: [27] The request names everything, and only that is asked (60/2014/QH13 Art. 9)

    Scenario: One answer of the form, and nothing else
      When the civil-status officer marks for a supplement:
        | The child's full name | differs from the birth notice |
      And Trần Thị Mai opens the supplement
      Then the supplement asks for:
        | The child's full name: differs from the birth notice |
      And the supplement has only the boxes:
        | The child's full name |
        | A note to the officer |
      And the box "The child's full name" holds "Nguyễn Minh Anh"

    Scenario: The new answer goes into the one declaration, and the old one is not lost
      Given the civil-status officer marks for a supplement:
        | The child's full name | differs from the birth notice |
      When Trần Thị Mai answers the supplement:
        | The child's full name | Nguyễn Minh Ánh |
      Then "Birth" is "Under review"
      And the file is about "Nguyễn Minh Ánh"
      And the civil-status officer reads "Answers were changed as the supplement asked"
      And the civil-status officer reads "Nguyễn Minh Anh → Nguyễn Minh Ánh"

    Scenario: What cannot be read comes back with what was typed
      Given the civil-status officer marks for a supplement:
        | The child's full name | differs from the birth notice |
      When Trần Thị Mai answers the supplement:
        | The child's full name | |
      Then the answer is 422
      And the page says "The child's full name: not filled in yet."
      And "Birth" is "Waiting for the citizen's supplement"

  Rule: [26] The window and what the clock does are said (63/2024/NĐ-CP Art. 8)

    Scenario: Seven working days, and the clock begins anew
      Given the civil-status officer marks for a supplement:
        | The child's full name | differs from the birth notice |
      When Trần Thị Mai opens the supplement
      Then the page says "Answer by 11 March 2026, 17:00. After that the dossier is refused."
      And the page says "You have 7 working days (63/2024/NĐ-CP Art. 8)."
      And the page says "While your answer is awaited, the time limit does not run."
      And the letter "supplement-requested" was written 1 times
      And the message of "supplement-requested" is:
        | Khai mot lan (mo phong). File K00.000.00-260302-010001: needs a supplement; see our page. | File 260302-010001: needs a supplement; see our page |
