"""What a period or an event brought: leads, conversion, time to each step, won and lost, by source and by member."""
