"""Keys for other systems, whom to tell when something has happened, and what became of that."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "api_key",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column("name", sa.String(60), nullable=False, unique=True),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("scopes", sa.Text, nullable=False),
        _of_a_workshop(nullable=True),
        sa.Column("made_at", sa.BigInteger, nullable=False),
        sa.Column("expires_at", sa.BigInteger, nullable=True),
        sa.Column("used_on", sa.String(10), nullable=False),
    )
    op.create_table(
        "webhook",
        sa.Column("id", sa.String(40), primary_key=True),
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("event", sa.String(40), nullable=False),
        _of_a_workshop(nullable=True),
        sa.Column("made_at", sa.BigInteger, nullable=False),
    )
    _deliveries()


def _deliveries() -> None:
    op.create_table(
        "delivery",
        sa.Column("id", sa.String(40), primary_key=True),
        sa.Column(
            "webhook_id", sa.String(40), sa.ForeignKey("webhook.id", ondelete="CASCADE"), nullable=False
        ),
        _of_a_workshop(nullable=False),
        sa.Column("event", sa.String(40), nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("due_at", sa.BigInteger, nullable=False),
        sa.Column("outcome", sa.String(80), nullable=False),
        sa.UniqueConstraint("webhook_id", "workshop_id", "event"),
    )


def _of_a_workshop(nullable: bool) -> sa.Column[str]:
    there = sa.ForeignKey("workshop.id", ondelete="CASCADE")
    return sa.Column("workshop_id", sa.String(40), there, nullable=nullable)
