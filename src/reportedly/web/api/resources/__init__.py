"""What can be asked for: a module each, with a `router`."""
