"""How a record comes to have its tables: one module a version, in `versions`.

A version that was released is never changed. The next one is a new module there, in SQL of both
engines, and `migrate.HEAD` names it.
"""
