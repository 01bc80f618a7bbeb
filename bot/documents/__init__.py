"""Files that come in and go out: whose they are, where they are kept, what is made when it is sent."""
