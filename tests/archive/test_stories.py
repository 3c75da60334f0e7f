"""A small café on one real server, and then on another."""

from __future__ import annotations

import json
import re
import stat
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.archive.kit import Opened
from tests.services import Postgres
from tests.stories.cafe import Browser, Cafe, arrival, boot, step, story, words
from tests.stories.conftest import Round, seated
from tests.stories.person import Doc, Person
from tests.stories.server import Server
from tests.stories.test_backup import Kept, run
from tests.stories.test_whole_day import go_to, wall
from workshop.ledger.database import open_beside
from workshop.ledger.ledger import Ledger

Start = Callable[..., Server]
SECRET_WORDS = "My manager Quillfeather shouted"


@contextmanager
def ledger_of(data: Path) -> Iterator[Ledger]:
    """Beside whatever server is at it."""
    with closing(Ledger(open_beside(f"sqlite:///{data / 'cafe.db'}"))) as ledger:
        yield ledger


def exported(data: Path, code: str, **settings: str) -> bytes:
    """What the command writes, into a folder beside the data."""
    folder = data.with_name(f"{data.name}-export")
    run("export", code, "--format", "archive", "--out", folder, "--data", data, **settings)
    path = folder / f"archive-{code}.zip"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    return path.read_bytes()


def a_day(server: Server) -> Round:
    """A round, themes and a vote; one note is redacted; then the café closes."""
    r = seated(
        Cafe(
            server,
            arrival(),
            story(),
            step("themes", "What belongs together", names="any_time"),
            step("dot_voting", "What matters", dots=2, cap=1),
            step("closing_questions", "One question", questions=["What will you do?"]),
        )
    )
    notes = [person.writes(f"What {person.name} saw 🍎") for person in (r.ann, r.bob, r.dan)]
    r.ann.writes(SECRET_WORDS)
    on = go_to(r, "What belongs together")
    themes = [r.ann.does("theme.start", step=on, notes=[note], name=f"Theme {note[-3:]}") for note in notes]
    wall(r.ann)
    ballot = go_to(r, "What matters")
    for person, theme in zip((r.ann, r.bob), themes, strict=False):
        person.does("dots.place", ballot=ballot, dots={theme: 1})
    r.ann.does("question.answer", step=go_to(r, "One question"), question=0, text="Ask once more")
    r.hal.does("workshop.close")
    redact(server.data, r.cafe.code)
    return r


def redact(data: Path, code: str) -> None:
    with ledger_of(data) as ledger:
        cafe = ledger.find(code)
        assert cafe is not None
        (noted,) = [entry for entry in ledger.read(cafe.id) if SECRET_WORDS in entry.body]
        body = json.loads(noted.body) | {"text": "(taken back)"}
        ledger.redact(cafe.id, noted.n, json.dumps(body))


def link(said: str, what: str) -> str:
    """The new way in that the command has printed."""
    found = re.search(rf"^  {what}:\n  http://[^/]+(/\S+)$", said, re.MULTILINE)
    assert found is not None, said
    return found[1]


def report(server: Server, page: str) -> Doc:
    found = Browser(server).opens(page.replace("/report/", "/report.json?key="))
    assert found.status_code == 200, words(found)
    made: Doc = found.json()
    return made


def sees(person: Person) -> dict[str, dict[str, Doc]]:
    """What everybody here may see. Who is here is another matter on every server."""
    kinds = ("cafe", "step", "ballot", "theme", "note", "decision")
    return {
        stream: {key: doc for key, doc in docs.items() if key.split("/")[0] in kinds}
        for stream, docs in person.docs.items()
        if not stream.startswith("person/")
    }


def test_a_cafe_on_another_server_is_the_same_cafe(started: Start, tmp_path: Path) -> None:
    first = started()
    r = a_day(first)
    made = exported(first.data, r.cafe.code)
    assert SECRET_WORDS not in made.decode("utf-8", "ignore")
    path = tmp_path / "cafe.zip"
    path.write_bytes(made)
    said = run("import", path, "--data", tmp_path / "data-1")
    assert f"Imported “A short café” (code {r.cafe.code[:3]} {r.cafe.code[3:]}), with " in said
    assert exported(tmp_path / "data-1", r.cafe.code) == made

    second = started()
    assert second.data == tmp_path / "data-1"
    assert report(second, link(said, "To read its report")) == report(first, r.hal.boot["report_link"])
    # Nobody comes in with what another server has signed.
    assert Browser(second).opens(r.hal.boot["report_link"]).status_code == 403
    r.cafe.go_home()


def test_whoever_comes_late_there_sees_what_they_would_have_seen_here(started: Start, tmp_path: Path) -> None:
    first = started()
    r = seated(Cafe(first, arrival(), story(), step("themes", "What belongs together", names="any_time")))
    notes = [person.writes(f"What {person.name} saw 🍎") for person in (r.ann, r.bob, r.dan)]
    r.ann.does("theme.start", step=go_to(r, "What belongs together"), notes=notes[:2], name="Together")
    path = tmp_path / "cafe.zip"
    path.write_bytes(exported(first.data, r.cafe.code))
    said = run("import", path, "--data", tmp_path / "data-1")
    second = started()
    here, there = late(first, r.cafe.link("host")), late(second, link(said, "To host it"))
    assert len(here.all(wall(here), "note")) == 3
    assert sees(there) == sees(here)
    there.does("say.all", text="And on it goes")
    # Here it has gone on, so the archive is of another state now.
    again = run("import", path, "--data", second.data, code=2)
    assert re.search(r"it has gone on since, with \d+ entries here and \d+ in the archive", again)
    for person in (here, there, *r.cafe.people):
        person.close_the_lid()


def late(server: Server, way_in: str) -> Person:
    person = Person("Hana", server.base, boot(Browser(server).joins(way_in, "Hana"))).connect()
    person.until(lambda: wall(person) in person.docs, "the wall")
    return person


def test_it_comes_in_beside_others_while_their_server_runs(started: Start, tmp_path: Path) -> None:
    first, second = started(), started()
    r = a_day(first)
    path = tmp_path / "cafe.zip"
    path.write_bytes(exported(first.data, r.cafe.code))
    other = seated(Cafe(second, arrival(), story()))
    with ThreadPoolExecutor() as hands:
        writing = hands.submit(lambda: [other.ann.writes(f"Note {n}") for n in range(40)])
        said = run("import", path, "--data", second.data)
        assert len(writing.result()) == 40
    assert len(other.ann.until(lambda: len(other.ann.notes()) == 40 and other.ann.notes(), "all notes")) == 40
    page = Browser(second).opens(link(said, "To read its report"))
    assert "What [name] saw 🍎" in words(page)
    home = Browser(second).opens(f"/host/{second.home}")
    assert f"/w/{r.cafe.code}/" in home.text
    assert "is here already, and is the same. Nothing was changed." in run(
        "import", path, "--data", second.data
    )
    assert exported(second.data, r.cafe.code) == path.read_bytes()
    for one in (r, other):
        one.cafe.go_home()
    assert not second.troubles()


def test_two_who_import_at_once_get_one_cafe(two: tuple[Round, Path], tmp_path: Path) -> None:
    r, path = two
    r.cafe.go_home()
    run("import", path, "--data", tmp_path / "there")
    (tmp_path / "there" / "cafe.db").unlink()
    with ThreadPoolExecutor() as hands:
        both = [hands.submit(run, "import", path, "--data", tmp_path / "there") for _ in range(2)]
        said = sorted("Imported" in each.result() for each in both)
    assert said == [False, True]
    assert exported(tmp_path / "there", r.cafe.code) == path.read_bytes()


def test_through_postgresql_and_back(started: Start, tmp_path: Path) -> None:
    first = started()
    r = a_day(first)
    r.cafe.go_home()
    path = tmp_path / "cafe.zip"
    path.write_bytes(exported(first.data, r.cafe.code))
    postgres = Postgres()
    try:
        there = {"DATABASE_URL": postgres.database()}
        assert "Imported" in run("import", path, "--data", tmp_path / "there", **there)
        assert "is the same" in run("import", path, "--data", tmp_path / "there", **there)
        assert exported(tmp_path / "there", r.cafe.code, **there) == path.read_bytes()
    finally:
        postgres.close()


@pytest.fixture
def two(started: Start, tmp_path: Path) -> tuple[Round, Path]:
    """A café, and its archive."""
    server = started()
    r = seated(Cafe(server, arrival(), story()))
    path = tmp_path / "cafe.zip"
    path.write_bytes(exported(server.data, r.cafe.code))
    return r, path


def test_another_cafe_with_its_code_is_left_as_it_is(two: tuple[Round, Path], tmp_path: Path) -> None:
    r, path = two
    r.cafe.go_home()
    run("import", path, "--data", tmp_path / "there")
    before = Kept(tmp_path / "there")
    opened = Opened(path.read_bytes())
    for line in (opened.manifest, *opened.entries):
        line["workshop"] = "another-one"
    path.write_bytes(opened.closed())
    said = run("import", path, "--data", tmp_path / "there", code=2)
    assert f"Another café here has the code {r.cafe.code} already: “A short café”." in said
    assert "Import it into another data folder." in said
    after = Kept(tmp_path / "there")
    assert (after.entries, after.listings) == (before.entries, before.listings)


def test_what_cannot_be_imported_leaves_nothing_behind(tmp_path: Path) -> None:
    letter = tmp_path / "letter.zip"
    letter.write_text("Dear Ann")
    assert "it is no archive of a café." in run("import", letter, "--data", tmp_path / "new", code=2)
    assert "There is no file" in run("import", tmp_path / "no.zip", "--data", tmp_path / "new", code=2)
    assert "cannot be read (Is a directory)" in run("import", tmp_path, "--data", tmp_path / "new", code=2)
    assert not (tmp_path / "new").exists()


def test_what_it_makes_is_for_its_owner_alone(two: tuple[Round, Path], tmp_path: Path) -> None:
    r, path = two
    r.cafe.go_home()
    run("import", path, "--data", tmp_path / "new")
    made = [one for one in (tmp_path / "new").iterdir() if stat.S_IMODE(one.stat().st_mode) & 0o077]
    assert made == []
