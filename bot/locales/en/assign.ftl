# "Tom: call Bosch tomorrow": a follow-up for a colleague.
assigned = For { $name }, who has been told
assigned-untold = For { $name }, who cannot be told at the moment
assigned-me = Planned for you
assigned-to-you = { $name } asks you:
assign-managers-only = Only a manager plans for { $name }. For you instead?
assign-nobody = I know nobody called { $name } in your team.
assign-about-whom = About whom? Name the person or the company, too.
assign-which = Which “{ $query }”?
button-for-me = Yes, for me
assign-unknown = I know nobody called “{ $query }”. A new lead for { $name }?
assigned-beside = { $count } planned now
