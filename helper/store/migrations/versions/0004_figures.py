"""The figures of readings, so that many companies are ranked at once."""
import sqlalchemy as sa
from alembic import op

revision = "0004_figures"
down_revision = "0003_journal"


def upgrade() -> None:
    op.create_table(
        "figures",
        sa.Column("reading_id", sa.Integer, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("model", sa.String(64), nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("reading_id", name="pk_figures"),
        sa.ForeignKeyConstraint(
            ["reading_id"], ["readings.id"], name="fk_figures_reading_id_readings", ondelete="CASCADE"
        ),
    )


def downgrade() -> None:
    op.drop_table("figures")
