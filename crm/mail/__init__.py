"""Reading e-mails, pasted as text or as an .eml file. Pure: text or bytes in, a Mail out; nothing here raises."""
