# /lead, step by step.
lead-ask-name = Who is it?
lead-ask-organisation = From which organisation?
lead-ask-phone = Phone?
lead-ask-email = E-mail?
lead-ask-step = What next, and when? E.g. “call Tuesday 10:00”
lead-ask-note = Anything to remember?
