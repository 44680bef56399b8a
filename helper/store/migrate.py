"""Bring a store file to the newest form, step by step, inside the caller's transaction."""
from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from helper.errors import Problem

FOLDER = Path(__file__).parent / "migrations"
HEAD = "0004_figures"  # the newest migration; a test holds it to the folder


def current_revision(connection: Connection) -> str | None:
    """The form a store file has; None for a new one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def migrate(connection: Connection) -> None:
    """Run the migrations that are due. Alembic is imported only then: it takes longer than opening the file.

    Raises Problem: store_newer, migration_failed. SQLite undoes changes of the schema as it does all others, so that
    a migration that fails half-way has changed nothing once the transaction is rolled back.
    """
    revision = current_revision(connection)
    if revision == HEAD:
        return
    from alembic import command
    from alembic.config import Config
    from alembic.util.exc import CommandError

    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise Problem(
            "store_newer", f"The saved data has the form {revision!r}, which this version of Visionfit does not know.",
            "Install the newest Visionfit, or set VISIONFIT_HOME to another folder.", status=500,
        ) from error
    except Exception as error:
        raise Problem(
            "migration_failed",
            f"The saved data of an earlier version could not be brought to the form of this one ({error}).",
            "Nothing was changed. Go on with the earlier version, or set VISIONFIT_HOME to another folder.", status=500,
        ) from error
