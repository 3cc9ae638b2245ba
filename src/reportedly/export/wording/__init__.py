"""What is known of an attribution, in words for people: the same on every screen and in files."""
