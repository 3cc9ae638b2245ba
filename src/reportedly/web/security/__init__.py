"""What keeps a site from being used by those that it is not for."""
