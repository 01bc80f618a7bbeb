# Answers to questions in words.
ask-several = Several for “{ $query }”
ask-no-next-step = No next step planned
