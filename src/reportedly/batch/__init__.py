"""Years of news: the same stages on a dataframe engine, and tables in the place of a record.

It joins engine and pipeline and decides nothing: what is found in a document, what two things are
to each other and how they are grouped comes from the rooms below. It needs the extra `batch`.
"""
