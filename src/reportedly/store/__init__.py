"""The record on disk: SQLite by default, PostgreSQL by choice. It knows `schema` alone."""
