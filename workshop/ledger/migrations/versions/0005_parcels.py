"""Finished files that wait to be fetched.

With SQLite they are in the file of the jobs: ``workshop/ledger/passing.py``.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        return
    op.create_table(
        "parcel",
        sa.Column("job_id", sa.String(40), nullable=False),
        sa.Column("no", sa.Integer, nullable=False),
        sa.Column("workshop_id", sa.String(40), nullable=False),
        sa.Column("key", sa.String(120), nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("job_id", "no"),
    )
    op.create_index("parcel_of_workshop", "parcel", ["workshop_id"])
