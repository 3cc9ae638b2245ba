"""The report for reading: every attribution in text order, in its own words."""
