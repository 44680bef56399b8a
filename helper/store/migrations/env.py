"""Alembic's way in: runs on the connection, and in the transaction, that `helper.store.migrate` hands over."""
from alembic import context

from helper.store.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, render_as_batch=True)
context.run_migrations()
