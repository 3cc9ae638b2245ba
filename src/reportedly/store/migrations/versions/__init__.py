"""The versions of a record, oldest first."""
