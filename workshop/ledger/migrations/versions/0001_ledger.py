"""The ledger: workshops, people's names, entries."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "workshop",
        sa.Column("id", sa.String(40), primary_key=True),
        sa.Column("code", sa.String(12), nullable=False, unique=True),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("practice", sa.Boolean, nullable=False),
        sa.Column("created_at", sa.BigInteger, nullable=False),
        sa.Column("updated_at", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "person",
        sa.Column(
            "workshop_id", sa.String(40), sa.ForeignKey("workshop.id", ondelete="CASCADE"), nullable=False
        ),
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("workshop_id", "id"),
    )
    op.create_table(
        "entry",
        sa.Column(
            "workshop_id", sa.String(40), sa.ForeignKey("workshop.id", ondelete="CASCADE"), nullable=False
        ),
        sa.Column("n", sa.BigInteger, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("by", sa.String(40), nullable=True),
        sa.Column("command", sa.String(40), nullable=False),
        sa.Column("type", sa.String(40), nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("streams", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("workshop_id", "n"),
    )
