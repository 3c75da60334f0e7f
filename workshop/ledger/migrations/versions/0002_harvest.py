"""The harvest: what is pressed from the ledger, line by line."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "harvest",
        sa.Column(
            "workshop_id", sa.String(40), sa.ForeignKey("workshop.id", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("pressed_at_n", sa.BigInteger, nullable=False),
        sa.Column("pressing", sa.String(40), nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table(
        "harvest_line",
        sa.Column("workshop_id", sa.String(40), nullable=False),
        sa.Column("section", sa.String(60), nullable=False),
        sa.Column("key", sa.String(200), nullable=False),
        sa.Column("within", sa.String(200), nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("entries", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("workshop_id", "section", "key"),
        sa.ForeignKeyConstraint(["workshop_id"], ["harvest.workshop_id"], ondelete="CASCADE"),
    )
