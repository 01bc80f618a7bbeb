"""What is shown: each card turns loaded rows into a Reply."""
