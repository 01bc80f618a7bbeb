"""The edges over real HTTP, against the simulator."""
