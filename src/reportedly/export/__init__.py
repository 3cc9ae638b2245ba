"""What leaves the record, in the forms of the tools that people work with already."""
