@agency @any
Feature: One event, one entry, whatever goes wrong between the systems

  Rule: [31] Each event is registered once (60/2014/QH13 Art. 5)

    Scenario: Two officers press at the same time
      Given Nguyễn Thị Hòa has filed the death declaration
      And the civil-status officer has taken the step "Accept"
      And the civil-status officer has taken the step "Hand on for signature"
      When the head of civil status takes the step "Sign for entry in the death register"
      And the deputy head of civil status sends the step "Sign for entry in the death register" by hand
      Then the answer is 409
      And the civil-status register carried out "death.register" 1 times

    Scenario: The answer of the register is lost twice
      Given the civil-status register loses its answer to "death.register" 2 times
      And Nguyễn Thị Hòa has filed the death declaration
      And the civil-status officer has taken the step "Accept"
      When the civil-status officer takes the step "Hand on for signature"
      And the head of civil status takes the step "Sign for entry in the death register"
      And it is Friday 20/11/2026 09:30
      Then the result "Extract of the death register" shows:
        | Number | 1/2026 |
      And the civil-status register carried out "death.register" 1 times

    Scenario: The insurer needs an hour; the family reads that it waits for the decision
      Given the social-insurance system needs 60 minutes for "funeral.decide"
      And Nguyễn Thị Hòa has filed the death declaration:
        | Which procedures do you want? | three |
      And "Death registration" has its result
      And the social-insurance officer has taken the step "Accept"
      When the social-insurance officer takes the step "Approve the funeral allowance"
      Then "Funeral allowance from social insurance" is "Waiting for the decision on the benefit"
      When it is Friday 20/11/2026 10:05
      Then "Funeral allowance from social insurance" is "Result issued"
      And the social-insurance system carried out "funeral.decide" 1 times

    Scenario: The register refuses, and the officer looks again
      Given the civil-status register answers "death.register" with "refused"
      And Nguyễn Thị Hòa has filed the death declaration
      And the civil-status officer has taken the step "Accept"
      When the civil-status officer takes the step "Hand on for signature"
      And the head of civil status takes the step "Sign for entry in the death register"
      Then "Death registration" is "Under review"
      When the civil-status register behaves again
      And the civil-status officer takes the step "Hand on for signature"
      And the head of civil status takes the step "Sign for entry in the death register"
      Then the file says "Every result is ready"
