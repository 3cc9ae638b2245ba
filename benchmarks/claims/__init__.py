"""Same claim: how well contents that say the same are found, and kept from those that do not."""
