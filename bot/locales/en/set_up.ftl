# The set-up, and what it shares with the settings.
ask-zone = Where do you work? Tap, or type a city.
ask-country = Whose public holidays? Tap, or type a country.
ask-region = Which region?
ask-hours = Working hours? Tap, or type them: 8:30-17:00
ask-visibility = What does a rep see of the others' leads?
visibility-open = Open: the team's leads
visibility-private = Private: only their own
not-a-zone = I don't know that city. Try a bigger one near you.
not-a-country = I don't know that country.
not-a-region = I don't know that region.
not-hours = I can't read working hours in that. Like this: 8:30-17:00
set-up-done = ✅ Set up. It holds for everybody you invite.
set-up-next = Invite the team: /invite
