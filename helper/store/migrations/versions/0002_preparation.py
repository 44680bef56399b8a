"""What the user prepares: kept phrases and notes of a company, answers and their versions, drafts, reviews."""
import sqlalchemy as sa
from alembic import op

revision = "0002_preparation"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "preparations",
        sa.Column("domain", sa.String(255), nullable=False),
        sa.Column("json", sa.Text, nullable=False),
        sa.Column("saved_at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("domain", name="pk_preparations"),
    )
    op.create_table(
        "answers",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("domain", sa.String(255), nullable=False),
        sa.Column("question", sa.String(8), nullable=False),
        sa.Column("audience", sa.String(16), nullable=False),
        sa.Column("register", sa.String(16), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("saved_at", sa.String(32), nullable=False),
        sa.Column("findings", sa.Text, nullable=False),
        sa.Column("profile_id", sa.Integer, nullable=True),
        sa.Column("model", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_answers"),
        sa.UniqueConstraint("domain", "question", "audience", "register", "version", name="uq_answers_domain"),
        sa.ForeignKeyConstraint(["profile_id"], ["profiles.id"], name="fk_answers_profile_id_profiles"),
    )
    op.create_table(
        "drafts",
        sa.Column("name", sa.String(32), nullable=False),
        sa.Column("json", sa.Text, nullable=False),
        sa.Column("saved_at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_drafts"),
    )
    op.create_table(
        "reviews",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("reviewed_at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_reviews"),
    )


def downgrade() -> None:
    for table in ("reviews", "drafts", "answers", "preparations"):
        op.drop_table(table)
