@supervisor @any
Feature: The designer's room shows what the scenarios have tried, and nothing else
  What nobody ran is not claimed; what nobody tried is named.

  Rule: [96] The version that counts is the one of the day of receipt (301/2026/NĐ-CP, article not read)

    Scenario: Without a run nothing is claimed
      Given no scenario was ever run on this machine
      When the supervisor opens the definition of the procedure "birth-registration"
      Then the page says "The scenarios were not run on this machine."
      And the page does not say "Scenarios have tried"

    Scenario: A transition that no scenario has tried is named, and keeps the version from being applied
      Given the last run tried every step of "birth-registration" but "refuse"
      When the supervisor opens the definition of the procedure "birth-registration"
      Then the coverage names "Refuse" and nothing else
      And it cannot be applied because "only when scenarios have tried every transition"
      When the supervisor opens the scenarios of the procedure "birth-registration"
      Then the page says "All but one step"

    Scenario: A step that only a failed scenario took counts as not tried
      Given the last run tried every step of "birth-registration" and failed
      When the supervisor opens the definition of the procedure "birth-registration"
      Then the page says "0 passed, 1 failed, 0 skipped."
      And the page says "Scenarios have tried 0/"

    Scenario: A run of another version of the definition is called old
      Given the last run tried every step of "birth-registration"
      And "birth-registration" has lost the step "send-draft"
      When the supervisor opens the definition of the procedure "birth-registration"
      Then the page says "The definition has changed since that run."
