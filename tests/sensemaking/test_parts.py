"""The parts of the method, against what is published of them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from workshop.sensemaking.louvain import communities, modularity
from workshop.sensemaking.score import scores
from workshop.sensemaking.vectors import SETTING, Embedder, NoModel
from workshop.sensemaking.wordpiece import pieces


def test_words_are_cut_as_the_model_learnt_them() -> None:
    # The example of the paper on BERT's code, and what its vocabulary makes of accents and signs.
    assert pieces("unaffable", 10) == [101, 14477, 20961, 3468, 102]
    assert pieces("Café", 10) == pieces("cafe", 10)
    assert pieces("don't", 10) == pieces("don ' t", 10)
    assert pieces("a" * 101, 10) == [101, 100, 102]
    assert len(pieces("word " * 500, 128)) == 128


def test_a_plain_text_is_cut_as_any_other() -> None:
    plain = "It's 5 o'clock - time for tea, isn't it?\tYes..."
    assert pieces(f"{plain} é", 99)[:-2] == pieces(f"{plain} ", 99)[:-1]


def test_a_text_means_the_same_in_any_company(embedder: Embedder) -> None:
    alone = embedder.vectors(["Tea and cake"])
    together = embedder.vectors(["Something far longer than that, to stretch the batch", "Tea and cake"])
    assert all(np.array_equal(rows, together[mark]) for mark, rows in alone.items())


def test_a_damaged_model_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    damaged = tmp_path / "model.onnx"
    damaged.write_bytes(b"not a model")
    monkeypatch.setenv(SETTING, str(damaged))
    with pytest.raises(NoModel, match="not the one expected"):
        Embedder.load()
    monkeypatch.setenv(SETTING, str(tmp_path / "nowhere"))
    with pytest.raises(NoModel, match="cannot be read"):
        Embedder.load()


def test_two_triangles_with_a_bridge_are_two_groups() -> None:
    edges = ((0, 1), (0, 2), (1, 2), (3, 4), (3, 5), (4, 5), (2, 3))
    graph: list[dict[int, float]] = [{} for _ in range(6)]
    for one, other in edges:
        graph[one][other] = graph[other][one] = 1.0
    found = communities(graph, 1.0)
    assert [found[0]] * 3 + [found[3]] * 3 == found
    assert found[0] != found[3]
    # Newman's Q by hand: 12 of 14 ends lie inside, each half has half of all.
    assert modularity(graph, found, 1.0) == pytest.approx(12 / 14 - 2 * (7 / 14) ** 2)


def test_measures_agree_with_published_values() -> None:
    # Values that scikit-learn 1.9 gives, and states in its own documentation for the first two.
    same = scores([0, 0, 1, 1], [1, 1, 0, 0])
    assert same == pytest.approx({"ami": 1, "ari": 1, "pair_f1": 1, "v": 1})
    assert scores([0, 0, 1, 2], [0, 0, 1, 1])["ari"] == pytest.approx(0.5714, abs=1e-4)
    assert scores([0, 0, 1, 2], [0, 0, 1, 1])["v"] == pytest.approx(0.8, abs=1e-4)
    mixed = scores([0, 0, 0, 1, 1, 1, 2, 2], [0, 0, 1, 1, 2, 2, 2, 0])
    assert mixed == pytest.approx({"ami": 0.0727, "ari": 0.0476, "pair_f1": 4 / 14, "v": 0.3987}, abs=1e-4)
