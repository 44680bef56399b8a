"""The first form: profiles, readings, briefs, pairings, offers."""
import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "profiles",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("json", sa.Text, nullable=False),
        sa.Column("saved_at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_profiles"),
    )
    op.create_table(
        "readings",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("domain", sa.String(255), nullable=False),
        sa.Column("pages_sha256", sa.String(64), nullable=False),
        sa.Column("model", sa.String(64), nullable=False),
        sa.Column("json", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_readings"),
        sa.UniqueConstraint("pages_sha256", "model", name="uq_readings_pages_sha256"),
    )
    op.create_index("ix_readings_domain", "readings", ["domain"])
    op.create_table(
        "briefs",
        sa.Column("domain", sa.String(255), nullable=False),
        sa.Column("reading_id", sa.Integer, nullable=False),
        sa.Column("profile_id", sa.Integer, nullable=True),
        sa.Column("model", sa.String(64), nullable=False),
        sa.Column("json", sa.Text, nullable=False),
        sa.Column("saved_at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("domain", name="pk_briefs"),
        sa.ForeignKeyConstraint(
            ["reading_id"], ["readings.id"], ondelete="CASCADE", name="fk_briefs_reading_id_readings"
        ),
        sa.ForeignKeyConstraint(["profile_id"], ["profiles.id"], name="fk_briefs_profile_id_profiles"),
    )
    op.create_table(
        "pairings",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("token_sha256", sa.String(64), nullable=False),
        sa.Column("client", sa.String(200), nullable=False),
        sa.Column("paired_at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_pairings"),
        sa.UniqueConstraint("token_sha256", name="uq_pairings_token_sha256"),
    )
    op.create_table(
        "offers",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("code_sha256", sa.String(64), nullable=False),
        sa.Column("made_at", sa.Float, nullable=False),
        sa.Column("tries_left", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_offers"),
    )


def downgrade() -> None:
    for table in ("offers", "pairings", "briefs", "readings", "profiles"):
        op.drop_table(table)
