"""The privacy log: every request that left and every page that came in. And whose origin a pairing is bound to."""
import sqlalchemy as sa
from alembic import op

revision = "0003_journal"
down_revision = "0002_preparation"


def upgrade() -> None:
    op.create_table(
        "journal",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("host", sa.String(255), nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("bytes", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_journal"),
    )
    op.create_index("ix_journal_host", "journal", ["host"])
    op.add_column("pairings", sa.Column("origin", sa.String(64), nullable=True))


def downgrade() -> None:
    op.drop_column("pairings", "origin")
    op.drop_table("journal")
