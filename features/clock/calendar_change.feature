@clock @birth
Feature: A changed calendar moves dates in the open
  An administrator sees which dates move before anything moves; every family is told.

  Background:
    Given it is Monday 02/03/2026 09:00
    And Trần Thị Mai has filed the birth declaration
    And "Birth" has its result

  Rule: [84] Days off never count, also those that are declared later (45/2019/QH14 Art. 112)

    Scenario: The preview shows exactly what would move, and moves nothing
      When the supervisor previews a day off on 2026-03-04 for everybody because of "State funeral"
      Then the page says "Dates that would move: 3, in files: 1. Later than before: 3."
      And the page says "Health card"
      And Trần Thị Mai is promised the results by 05/03/2026 17:00
      And "Health card" is due by 04/03/2026 17:00

    Scenario: Applied, each date moves with its reason, in the journal and in a letter
      When the supervisor previews a day off on 2026-03-04 for everybody because of "State funeral"
      And the supervisor applies the change
      Then Trần Thị Mai is promised the results by 06/03/2026 17:00
      And "Health card" is due by 05/03/2026 17:00
      And Trần Thị Mai reads "The promised date changes, since the working days have changed: State funeral (12/CĐ-TTg)."
      And the journal of the file says "A date moved with the calendar" 3 times
      And Trần Thị Mai reads "Wednesday 04/03/2026 does not count: State funeral (12/CĐ-TTg)."

    Scenario: A storm in one commune moves the dates of that commune only
      When the supervisor previews a day off on 2026-03-04 for the commune of the file because of "Storm"
      Then the page says "Dates that would move: 3, in files: 1."
      When the supervisor previews a day off on 2026-03-04 for another commune because of "Storm"
      Then the page says "No date of an open file would move."

    Scenario: A storm of a few hours moves no due date, but shuts the hours
      When the supervisor previews 10:00–14:30 shut on 2026-03-04 because of "Storm"
      Then the page says "No date of an open file would move."
      When the supervisor applies the change
      Then the supervisor reads the hours "07:30–10:00, 14:30–17:00"

    Scenario: Marks of the old date stay silent, those of the new one speak
      When the supervisor previews a day off on 2026-03-04 for everybody because of "State funeral"
      And the supervisor applies the change
      And it is Wednesday 04/03/2026 17:01
      Then Trần Thị Mai has had no apology
      When it is Thursday 05/03/2026 17:01
      Then Trần Thị Mai has had 2 apologies

    Scenario: A calendar that somebody else changed meanwhile is looked at again
      When the supervisor previews a day off on 2026-03-04 for everybody because of "State funeral"
      And somebody else changes the calendar
      And the supervisor applies the change
      Then the page says "Somebody else has just changed the calendar."
      And "Health card" is due by 04/03/2026 17:00

    Scenario: A change without reason, source or a real day is not previewed
      When the supervisor previews a day off on 2026-02-30 for everybody because of "x"
      Then the answer is 422
      And the page says "Choose a real day, from 2023 on."
      And the page says "Give a reason that people can read, at least 5 letters."

    Scenario: The calendar of another province is not ours to change
      When the supervisor previews a day off on 2026-03-04 for a commune of another province because of "Storm"
      Then the answer is 403
      And the page says "Only the calendars of areas and offices in your own province can be changed."
