"""What Handslag knows: leads, activities, follow-ups and the rules about them. Imports nothing of bot/."""
