"""`handslag bench`: what this machine does, as ratios within one run, against the simulator over local HTTP."""
