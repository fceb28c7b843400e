@agency @birth
Feature: Going on without an agency's answer
  An agency that has the message but does not answer must not hold a file for hours without anybody's say.

  Rule: [28] When no personal ID comes, the obstacle is recorded and the file goes on (63/2024/NĐ-CP Art. 8)

    Background:
      Given Trần Thị Mai has filed the birth declaration
      And the civil-status officer has taken the step "Accept"
      And the population database needs 300 minutes for "personal-id.assign"
      And the civil-status officer has taken the step "Ask for the personal ID"

    Scenario: The operator hands the file to its officer, who issues without the number
      When it is Friday 20/11/2026 10:00
      Then "Birth" is "Waiting for the personal ID"
      And the operator sees the population database as "Slow to answer"
      When the operator stops waiting because "The agency has announced an outage until noon"
      Then "Birth" is "Obstacle: no personal ID yet"
      And the civil-status officer may take the step "Issue first, add the number later"
      And the operators' log has "Stopped waiting; an officer goes on" because "The agency has announced an outage until noon"
      And the civil-status officer reads "No longer waiting for the other agency: an officer goes on"

    Scenario: An answer that comes later is still taken in
      When it is Friday 20/11/2026 10:00
      And the operator stops waiting because "The agency has announced an outage until noon"
      And it is Friday 20/11/2026 14:30
      Then "Birth" is "Ready to sign"

    Scenario: Not while nobody has waited yet
      When it is Friday 20/11/2026 09:10
      And the operator opens the message
      Then the page says "Somebody is needed only after 15 minutes"

    Scenario: Not when the file waits for nobody
      When it is Friday 20/11/2026 10:00
      And the operator stops waiting because "The agency has announced an outage until noon"
      And the operator sends the act "thoi-cho" by hand
      Then the page says "The file does not wait for this agency"
      And "Birth" is "Obstacle: no personal ID yet"
