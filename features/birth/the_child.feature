@citizen @birth
Feature: What is typed about the child
  A wrong answer comes back with one plain sentence, and nothing that was typed is lost.

  Background:
    Given Trần Thị Mai has filled in the birth declaration

  Rule: [18] A name is Vietnamese or of an ethnic language of Vietnam, without digits (91/2015/QH13 Art. 26)

    Scenario Outline: What is no name
      When Trần Thị Mai opens the part "The child"
      And Trần Thị Mai enters:
        | The child's full name | <name> |
      Then the answer is 422
      And the page says "<why>"

      Examples:
        | name             | why                                               |
        | Nguyễn Minh 2    | a name cannot have digits in it.                  |
        | Nguyễn ® Anh     | the character “®” is in no alphabet of Vietnam.   |
        | Nguyễn Minh - Anh | each word of a name needs at least one letter.   |

    Scenario: Letters of an ethnic language are letters
      When Trần Thị Mai opens the part "The child"
      And Trần Thị Mai enters:
        | The child's full name | H'Bĭa Niê Kđăm |
      And Trần Thị Mai files the declaration
      Then the file is about "H'Bĭa Niê Kđăm"

    Scenario: Marks that a telephone sends apart become one letter
      When Trần Thị Mai opens the part "The child"
      And Trần Thị Mai enters, each mark typed apart:
        | The child's full name | Nguyễn Minh Ánh |
      And Trần Thị Mai files the declaration
      Then the file is about "Nguyễn Minh Ánh"

    Scenario: A megabyte of text in a name
      When Trần Thị Mai opens the part "The child"
      And Trần Thị Mai enters 1000000 letters for "The child's full name"
      Then the answer is 413
      And the page says "what was saved is still there"

  Rule: [19] A name that is too long brings a question, never a fixed limit of 25 letters (04/2020/TT-BTP Art. 6)

    Scenario: Twenty-nine letters
      When Trần Thị Mai opens the part "The child"
      And Trần Thị Mai enters:
        | The child's full name | Nguyễn Công Tằng Tôn Nữ Thảo Nguyên |
      Then the page says "the name has more than 25 letters and may be hard to use on papers later."
      When Trần Thị Mai says that it is so
      And Trần Thị Mai files the declaration
      Then the file is about "Nguyễn Công Tằng Tôn Nữ Thảo Nguyên"

  Rule: [52] The first-contact health facility is chosen from the list (form of the portal, article not read)

    Scenario: The facilities of the list, and no others
      When Trần Thị Mai opens the part "Health-insurance card and ID card"
      And Trần Thị Mai sends "phong-kham-ba-tu" for "The child's first-contact health facility"
      Then the answer is 422
      And the page says "nothing in the list has this name."
      When Trần Thị Mai sends "bệnh viện" for "The child's first-contact health facility"
      Then the answer is 422
      And the page says "Bạch Mai Hospital"
