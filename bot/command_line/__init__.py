"""The commands of `handslag` that do more than start the bot; bot/cli.py calls them."""
