# Giving a lead to a colleague.
give-to-whom = Give to whom?
give-nobody = Nobody else is in the team yet. Invite somebody: /invite
given = Now { $name }'s. { $name } has been told.
given-untold = Now { $name }'s.
given-lead = { $name } gave you a lead:
given-account = { $name } gave you an account:
given-contact = { $name } gave you a contact:
given-opportunity = { $name } gave you a deal:
