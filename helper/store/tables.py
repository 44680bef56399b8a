"""The tables of the store. A change here needs a migration in `migrations/versions`."""
from __future__ import annotations

from sqlalchemy import Column, Float, ForeignKey, Integer, LargeBinary, MetaData, String, Table, Text, UniqueConstraint

metadata = MetaData(
    naming_convention={"ix": "ix_%(column_0_label)s", "uq": "uq_%(table_name)s_%(column_0_name)s",
                       "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s", "pk": "pk_%(table_name)s"}
)

profiles = Table(
    "profiles", metadata,
    Column("id", Integer, primary_key=True),  # the version: the highest is the current profile
    Column("json", Text, nullable=False),
    Column("saved_at", String(32), nullable=False),
)

readings = Table(
    "readings", metadata,
    Column("id", Integer, primary_key=True),
    Column("domain", String(255), nullable=False, index=True),
    Column("pages_sha256", String(64), nullable=False),  # of everything the pages brought in
    Column("model", String(64), nullable=False),
    Column("json", Text, nullable=False),
    UniqueConstraint("pages_sha256", "model"),
)

briefs = Table(
    "briefs", metadata,
    Column("domain", String(255), primary_key=True),
    Column("reading_id", ForeignKey("readings.id", ondelete="CASCADE"), nullable=False),
    Column("profile_id", ForeignKey("profiles.id"), nullable=True),  # the profile it was matched with
    Column("model", String(64), nullable=False),  # and the language core that did it
    Column("json", Text, nullable=False),
    Column("saved_at", String(32), nullable=False),
)

figures = Table(  # a reading as ranking needs it: made of the reading, and made anew where it is missing
    "figures", metadata,
    Column("reading_id", ForeignKey("readings.id", ondelete="CASCADE"), primary_key=True),
    Column("name", Text, nullable=False),  # of the company
    Column("model", String(64), nullable=False),
    Column("data", LargeBinary, nullable=False),
)

pairings = Table(
    "pairings", metadata,
    Column("id", Integer, primary_key=True),
    Column("token_sha256", String(64), nullable=False, unique=True),
    Column("client", String(200), nullable=False),
    Column("paired_at", String(32), nullable=False),
    Column("origin", String(64), nullable=True),  # the extension's, where the browser told it: then it must be told always
)

offers = Table(  # a pairing code on show in a terminal: at most one
    "offers", metadata,
    Column("id", Integer, primary_key=True),
    Column("code_sha256", String(64), nullable=False),
    Column("made_at", Float, nullable=False),  # seconds since the epoch
    Column("tries_left", Integer, nullable=False),
)

preparations = Table(  # by domain and not tied to the brief, which a second reading replaces
    "preparations", metadata,
    Column("domain", String(255), primary_key=True),
    Column("json", Text, nullable=False),
    Column("saved_at", String(32), nullable=False),
)

answers = Table(  # the user's own texts; every version stays
    "answers", metadata,
    Column("id", Integer, primary_key=True),
    Column("domain", String(255), nullable=False),
    Column("question", String(8), nullable=False),
    Column("audience", String(16), nullable=False),
    Column("register", String(16), nullable=False),
    Column("version", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("saved_at", String(32), nullable=False),
    Column("findings", Text, nullable=False),  # what lint said of it, with the profile and the core of then
    Column("profile_id", ForeignKey("profiles.id"), nullable=True),
    Column("model", String(64), nullable=False),
    UniqueConstraint("domain", "question", "audience", "register", "version"),
)

drafts = Table(  # what is begun and not yet part of the profile
    "drafts", metadata,
    Column("name", String(32), primary_key=True),
    Column("json", Text, nullable=False),
    Column("saved_at", String(32), nullable=False),
)

reviews = Table(  # when the user said that the profile is still true
    "reviews", metadata,
    Column("id", Integer, primary_key=True),
    Column("reviewed_at", String(32), nullable=False),
)

journal = Table(  # the privacy log: the newest entries only
    "journal", metadata,
    Column("id", Integer, primary_key=True),
    Column("at", String(32), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("url", Text, nullable=False),
    Column("host", String(255), nullable=False, index=True),
    Column("reason", Text, nullable=False),
    Column("bytes", Integer, nullable=False),
)
