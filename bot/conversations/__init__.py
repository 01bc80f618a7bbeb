"""What members and the bot talk about, one topic a file. Each exports ROOM; none imports another."""
