# The door, and what is said when something fails.
welcome-owner = You are the owner. Set up zone, country and hours once, or just start:
welcome-member = You are in: { $workspace }.
welcome-example = Type who you met, e.g. “Anna de Vries, Philips, 06 12345678, call her Tuesday”
stranger = I work for a team by invitation. Ask a colleague who uses me for an invite link.
invite-unknown = That link was used, has expired or never was. Ask for a new one.
last-owner = The last owner cannot be removed. Make somebody else owner first.
trouble-yet = I have your message but couldn't process it yet.
    Nothing is lost, no need to resend.
trouble-parked = Still stuck. The owner has been told.
alarm-parked = ⚠️ A message could not be processed after three tries. It is kept: see handslag doctor.
set-up-offer = You are the owner. Zone, country and hours are asked once, whenever you like:
