"""Something shown to everyone: words, a link, pictures."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta

from workshop.core.plan import StepSettings

Address = Annotated[str, Meta(pattern=r"^(https://|/)\S+$", max_length=500)]


class Picture(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``alt`` says in words what the picture shows."""

    address: Address
    alt: Annotated[str, Meta(min_length=1, max_length=500)]


class Presentation(StepSettings, frozen=True, kw_only=True, tag="presentation"):
    link: Address | None = None
    pictures: Annotated[list[Picture], Meta(max_length=30)] = []
