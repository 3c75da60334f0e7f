"""In the browser: everything at once, the archive, the evidence, a template of one's own; and who may."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from werkzeug.test import Client, TestResponse

from tests.api.kit import House
from tests.harvest.day import CODE, Day
from tests.harvest.paper import Paper
from tests.harvest.templates import LEAST, template
from workshop.archive import archive
from workshop.exporting.everything import KIND, everything
from workshop.harvest import DOCUMENTS, draft
from workshop.jobs import parcels as storing
from workshop.jobs.worker import Worker
from workshop.web import everything as pages

FOR_HOSTS = ("archive.zip", "evidence", "word-template")
SILENT = "More screen than people."


class Visitor:
    """A browser at the server's door."""

    def __init__(self, house: House, **cookies: str) -> None:
        self.client: Client = house.app.web.test_client()
        for name, value in cookies.items():
            self.client.set_cookie(name.replace("_", "-"), value)

    def opens(self, page: str, code: int = 200, **more: Any) -> TestResponse:
        return self._met(self.client.get(f"/w/{CODE}/{page}", **more), code)

    def sends(self, page: str, code: int = 303, **more: Any) -> TestResponse:
        return self._met(self.client.post(f"/w/{CODE}/{page}", **more), code)

    def reads(self, page: str, code: int = 200) -> str:
        return said(self.opens(page, code))

    def _met(self, answer: TestResponse, code: int) -> TestResponse:
        assert answer.status_code == code, answer.text
        return answer


def said(answer: TestResponse) -> str:
    """What people read of it."""
    body = re.sub(r"<(script|style|svg|noscript).*?</\1>", " ", answer.text, flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", body).split()).replace("&#39;", "'")


def made(folder: Path, day: Day, **settings: Any) -> House:
    return House(folder, day.cafe, **settings)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    day = Day(silent=("Dan",))
    day.whole()
    with closing(made(tmp_path / "closed", day)) as house:
        house.app.conductor.now = lambda: day.cafe.at  # type: ignore[method-assign]
        yield house


@pytest.fixture
def hal(house: House) -> Visitor:
    return Visitor(house, cafe_host=house.app.tokens.person("w1", "hal"))


@pytest.fixture
def ann(house: House) -> Visitor:
    return Visitor(house, cafe=house.app.tokens.person("w1", "ann"))


@pytest.fixture
def mallory(house: House) -> Visitor:
    return Visitor(house)


def works(house: House) -> None:
    handler = {KIND: everything(house.app.config.database_url)}
    Worker(house.app.ledger._engine, "worker", handler)._one()


def files(answer: TestResponse) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(answer.data)) as folder:
        return {name: folder.read(name) for name in folder.namelist()}


def test_it_is_asked_for_watched_and_fetched(house: House, hal: Visitor) -> None:
    assert f'action="/w/{CODE}/everything"' in hal.opens("report").text
    assert "Not made yet" in hal.reads("everything")
    assert hal.sends("everything").location == f"/w/{CODE}/everything"
    assert "Waiting for its turn" in hal.reads("everything")
    works(house)
    ready = hal.reads("everything")
    assert f"Take everything-{CODE}-for-the-hosts-only.zip" in ready
    assert "kept on this server for 59 more minutes, then deleted" in ready
    answer = hal.opens("everything.zip")
    assert len(answer.data) == int(answer.headers["Content-Length"])
    assert f"everything-{CODE}-for-the-hosts-only.zip" in answer.headers["Content-Disposition"]
    found = files(answer)
    assert SILENT in found["report.md"].decode()
    assert {"report.html", "report.docx", "report.pdf", "report.xlsx", "csv/notes.csv", "harvest.json"} <= {
        *found
    }


def test_readers_get_what_everyone_may_read_and_never_the_hosts_file(
    house: House, hal: Visitor, ann: Visitor, mallory: Visitor
) -> None:
    hal.sends("everything")
    works(house)
    ann.opens("everything.zip", 404)
    ann.sends("everything")
    works(house)
    found = files(ann.opens("everything.zip"))
    assert not [name for name, content in found.items() if SILENT.encode() in content]
    assert [*files(hal.opens("everything.zip?as=readers"))] == [*found]
    assert files(hal.opens("everything.zip")) != found
    for page in (
        "everything",
        "everything/now",
        "everything.zip",
        "archive.zip",
        "evidence",
        "word-template",
    ):
        mallory.opens(page, 403)
    mallory.sends("everything", 403)
    with_key = f"?key={house.app.tokens.reader('w1')}"
    assert files(mallory.opens(f"everything.zip{with_key}")) == found
    for page in FOR_HOSTS:
        ann.opens(page, 403)
        mallory.opens(page + with_key, 403)
    for page in ("evidence", "word-template"):
        ann.sends(page, 403)


def test_what_somebody_has_taken_back_is_not_given_out_any_more(house: House, ann: Visitor) -> None:
    ann.sends("everything")
    works(house)
    ann.opens("everything.zip")
    assert ann.sends("quoting", data={"on": "no"}).status_code == 303
    ann.opens("everything.zip", 404)
    assert "Not made yet, or not kept any more" in ann.reads("everything")


def test_two_share_one_and_what_is_there_is_not_made_again(house: House, hal: Visitor) -> None:
    other = Visitor(house, cafe_host=house.app.tokens.person("w1", "hal"))
    hal.sends("everything")
    other.sends("everything")
    counts = house.app.crew.jobs.counts()
    assert counts["waiting"] == 1
    works(house)
    other.sends("everything")
    assert house.app.crew.jobs.counts() == counts | {"waiting": 0, "done": 1}
    assert hal.opens("everything.zip").data == other.opens("everything.zip").data


def test_it_says_how_far_it_is_in_words(house: House, hal: Visitor) -> None:
    hal.sends("everything")
    mine = house.app.crew.jobs.take("one", [KIND])
    assert mine is not None
    told = []
    for no in range(7):
        assert house.app.crew.jobs.beat(mine, 100 * no // 7)
        told += re.findall(r"Making [^<]*", hal.opens("everything/now").text)
    assert told == [f"Making {what}, {no} of 7" for no, what in enumerate(pages.MAKING, 1)]
    assert "Making the PDF, 4 of 7" in told


def test_where_no_worker_is_it_says_so(house: House, hal: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "PATIENCE", -(10**15))
    hal.sends("everything")
    assert "does not seem to be running. Tell whoever looks after the server" in hal.reads("everything")


def test_what_failed_twice_is_said_with_what_to_do(house: House, hal: Visitor) -> None:
    hal.sends("everything")
    jobs = house.app.crew.jobs
    for _ in range(2):
        jobs.take("dies", [KIND])
        jobs.abandon("dies")
    jobs.take("another", [KIND])
    assert "It was tried twice. Nothing is lost. Try it once more" in hal.reads("everything")
    hal.sends("everything")
    works(house)
    hal.opens("everything.zip")


def test_after_its_hour_it_is_gone(house: House, hal: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    hal.sends("everything")
    works(house)
    monkeypatch.setattr(storing, "KEPT", -1)
    assert "not kept any more" in hal.reads("everything")
    assert "Ask for it again" in hal.reads("everything.zip", 404)


def test_another_site_cannot_ask_for_anything(hal: Visitor) -> None:
    elsewhere = {"Origin": "https://elsewhere.example"}
    for page in ("everything", "evidence", "word-template"):
        assert "another site" in said(hal.sends(page, 403, headers=elsewhere)) or page != "everything"


def test_whoever_asks_all_the_time_waits(tmp_path: Path) -> None:
    day = Day()
    day.whole()
    with closing(made(tmp_path / "few", day, errands_per_minute=2)) as house:
        hal = Visitor(house, cafe_host=house.app.tokens.person("w1", "hal"))
        hal.sends("everything")
        hal.sends("everything")
        assert "Wait a minute, then try again" in said(hal.sends("everything", 429))


def test_hosts_take_the_archive_along(house: House, hal: Visitor) -> None:
    answer = hal.opens("archive.zip")
    assert answer.data == archive(house.app.ledger, "w1")
    assert f"archive-{CODE}.zip" in answer.headers["Content-Disposition"]
    assert answer.headers["Cache-Control"] == "no-store"


def test_the_report_that_is_kept_holds(hal: Visitor) -> None:
    hal.opens("report")
    assert "All of it holds" in said(hal.sends("evidence", 200, data={"which": "kept"}))


def test_before_there_is_a_report_that_is_said(hal: Visitor) -> None:
    assert "There is no report of this café yet" in said(hal.sends("evidence", 404, data={"which": "kept"}))


def test_a_file_that_was_changed_is_found_with_where_it_stands(house: House, hal: Visitor) -> None:
    true = DOCUMENTS["report.json"](draft(house.app.ledger, "w1"))
    holds = {"which": "file", "report": (io.BytesIO(true), "harvest.json")}
    assert "All of it holds" in said(hal.sends("evidence", 200, data=holds))
    altered = true.replace(b"Forms eat the evenings.", b"<b>Forms</b> eat the mornings.")
    answer = hal.sends(
        "evidence", 200, data={"which": "file", "report": (io.BytesIO(altered), "harvest.json")}
    )
    assert "1 thing does not hold" in said(answer)
    assert "Not to the letter" in said(answer)
    assert "&lt;b&gt;Forms" in answer.text
    anchor = re.search(rf'href="/w/{CODE}/report#([^"]+)"', answer.text)
    assert anchor is not None
    assert f'id="{anchor[1]}"' in hal.opens("report").text


@pytest.mark.parametrize(
    ("content", "wrong"),
    [(b"", "Choose the file first"), (b"{}", "is no harvest.json"), (b"\xff\x00", "is no harvest.json")],
)
def test_what_is_no_report_is_refused_at_its_place(hal: Visitor, content: bytes, wrong: str) -> None:
    answer = hal.sends("evidence", 400, data={"which": "file", "report": (io.BytesIO(content), "x.json")})
    assert wrong in said(answer)
    assert 'aria-describedby="file-wrong"' in answer.text


def test_a_file_that_is_too_large_is_refused_before_it_is_read(hal: Visitor) -> None:
    for page in ("evidence", "word-template"):
        answer = hal.sends(page, 400, data=b"x", environ_overrides={"CONTENT_LENGTH": "999999999"})
        assert "is larger than" in said(answer)


def test_the_report_is_written_into_a_template_of_ones_own(hal: Visitor) -> None:
    mine = template(*LEAST, "Anytown Council")
    answer = hal.sends("word-template", 200, data={"template": (io.BytesIO(mine), "ours.docx")})
    assert Paper(answer.data).paragraphs()[-1] == "Anytown Council"
    assert f"report-{CODE}-for-the-hosts-only.docx" in answer.headers["Content-Disposition"]


@pytest.mark.parametrize(
    ("content", "wrong"),
    [
        (b"", "Choose your Word file first."),
        (b"words", "The template is not a Word document."),
        (template(*LEAST, "{{ titel }}"), "Did you mean “title”?"),
        (template(*LEAST, "{{ cycler.__init__ }}"), "template"),
    ],
)
def test_a_template_that_cannot_be_used_is_refused_at_its_place(
    hal: Visitor, content: bytes, wrong: str
) -> None:
    answer = hal.sends("word-template", 400, data={"template": (io.BytesIO(content), "ours.docx")})
    assert wrong in said(answer)
    assert 'aria-describedby="template-wrong"' in answer.text
