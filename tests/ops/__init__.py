"""Commands for whoever runs the bot: start, export, backup, doctor, demo, bench."""
