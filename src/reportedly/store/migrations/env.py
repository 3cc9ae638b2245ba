"""What Alembic runs: the migrations, on the connection that the record was opened with."""

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    transactional_ddl=True,
    version_table="versions",
)
context.run_migrations()
