@clerk @death
Feature: A receiving office finds an error in the extract

  Background:
    Given Nguyễn Thị Hòa has filed the death declaration:
      | Which procedures do you want?                                                | four |
      | Is there a relative who cannot confirm on VNeID, so that Form 09-HSB was made? | yes  |
    And "Death registration" has its result
    When the social-insurance officer takes the step "Accept" on "Survivor benefit"
    And the social-insurance officer takes the step "Return to the issuer of the extract" on "Survivor benefit":
      | What is wrong in the extract | Name of the deceased            |
      | Reason                       | The pension book says An, not Ân |

  Rule: [55] Who finds an error returns it to the issuer, and all affected procedures open again (63/2024/NĐ-CP Art. 8)

    Scenario: Whoever relies on the same item waits too
      Then "Death registration" is "Under correction"
      And "Survivor benefit" is "Waiting for the issuer's correction"
      And "Funeral allowance from social insurance" is "Waiting for the issuer's correction"
      And the civil-status officer may take:
        | Correct and issue the extract anew |
        | Keep: the extract has no error     |

    Scenario: The commune corrects, and both go on with the second extract
      When the civil-status officer takes the step "Correct and issue the extract anew":
        | Name of the deceased | Nguyễn Văn Ân       |
        | Reason               | As the pension book |
      Then the result "Extract of the death register (version 2)" shows:
        | Name of the deceased | Nguyễn Văn Ân |
      And "Survivor benefit" is "Under review"
      And "Funeral allowance from social insurance" is "Under review"

    Scenario: The extract is right, and both go on as before
      When the civil-status officer takes the step "Keep: the extract has no error":
        | Reason | The birth register says An |
      Then "Survivor benefit" is "Under review"
      And "Funeral allowance from social insurance" is "Under review"
      And the result "Extract of the death register" shows:
        | Name of the deceased | Nguyễn Văn An |

    Scenario: The insurer need not wait for ever
      When the social-insurance officer takes the step "Review the file without waiting for the correction" on "Survivor benefit":
        | Reason | The number is enough to decide |
      Then "Survivor benefit" is "Under review"
