# Giving a lead to a colleague.
give-to-whom = Give to whom?
give-nobody = Nobody else is in the team yet. Invite somebody: /invite
given = Now { $name }'s. { $name } has been told.
given-untold = Now { $name }'s.
given-to-you = { $name } gave you a lead:
