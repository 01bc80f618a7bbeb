"""What rings by itself: each sweep is called by the ticks, and does a bounded batch in one transaction."""
