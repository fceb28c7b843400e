"""What is read before a declaration is sent: results and costs, questions, sections, forms, the fee."""
