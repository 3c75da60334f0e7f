"""Templates that organisations bring: filled in if they are sound, refused in plain words if not."""

from __future__ import annotations

import contextlib
import io
import zipfile
from pathlib import Path

import docx
import msgspec
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.harvest.day import Day, harvest
from tests.harvest.paper import Paper
from tests.harvest.templates import (
    LEAST,
    LOOP,
    changed,
    linked,
    packed,
    retyped,
    template,
    with_field,
    with_part,
)
from workshop.errors import Invalid, NotFound
from workshop.harvest import Harvest
from workshop.harvest.writers.word import check_template, word
from workshop.harvest.writers.word.apart import Limits, filled_apart
from workshop.harvest.writers.word.checking import check
from workshop.harvest.writers.word.job import Job
from workshop.harvest.writers.word.own import OWN

MAIN = "wordprocessingml.document.main+xml"


def refused(file: bytes) -> str:
    with pytest.raises(Invalid) as caught:
        check(file)
    assert caught.value.code == "template"
    assert caught.value.message.endswith((".", ".)", "?"))
    return caught.value.message


def write(folder: Path, file: bytes) -> Path:
    path = folder / "ours.docx"
    path.write_bytes(file)
    return path


def filled(left: Harvest, folder: Path, *lines: str, **more: str) -> Paper:
    return Paper(word(left, write(folder, template(*lines, **more))))


def test_an_organisations_own_template_is_filled_in(left: Harvest, tmp_path: Path) -> None:
    document = filled(
        left,
        tmp_path,
        *LEAST,
        "{{ purpose }}",
        header="{{ title }} for Anytown",
        footer="{{ date }}",
        author="Anytown Council",
        title="Report: {{ title }}",
    )
    words = document.paragraphs()
    assert words == [
        "A café",
        "Time: 3 notes · 2 tables",
        "Waiting: 2 notes · 1 table",
        "Close by: 1 note · 1 table",
        "To try",
    ]
    assert "A café for Anytown" in document.part("word/header1.xml")
    properties = document.document.core_properties
    assert (properties.author, properties.title) == ("Anytown Council", "Report: A café")


def test_it_may_hold_links_pictures_and_the_words_of_people(left: Harvest, tmp_path: Path) -> None:
    document = filled(
        left,
        tmp_path,
        *LEAST,
        "{%p for p in who.pictures %}",
        "{{ p.drawing }}",
        "{%p endfor %}",
        "{%p for round in words.rounds %}",
        "{%p for table in round.tables %}",
        "{%p for note in table.notes %}",
        "{{ note.mark }}{{ note.text }} ({{ note.used_in }})",
        "{%p endfor %}",
        "{%p endfor %}",
        "{%p endfor %}",
    )
    assert (
        "Forms eat the evenings. (Used in: Theme “Time”; A later note, table 1, round 2)"
        in document.paragraphs()
    )
    assert "Theme “Time”" in [words for words, _ in document.links()]
    assert len(document.alts()) == 1


def test_a_link_to_what_the_template_leaves_out_is_plain_words(left: Harvest, tmp_path: Path) -> None:
    lines = [line.replace("theme.reach", "theme.comes_from") for line in LEAST]
    document = filled(left, tmp_path, *lines)
    assert document.links() == []
    assert "Time: Where this comes from" in document.paragraphs()


def test_our_own_template_can_be_the_beginning_of_theirs(left: Harvest, tmp_path: Path) -> None:
    assert word(left, write(tmp_path, OWN.read_bytes())) == word(left)


def test_the_same_template_and_harvest_give_the_same_bytes(day: Day, tmp_path: Path) -> None:
    path = write(tmp_path, template(*LEAST))
    assert word(harvest(day.cafe), path) == word(harvest(day.cafe), path)


def test_wild_words_stay_words_in_any_template(left: Harvest, tmp_path: Path) -> None:
    title = "R&D <w:p/> {{ purpose }} {% for %} {_{ “x” \U0001f389 مرحبا"
    wild = msgspec.structs.replace(left, title=title)
    document = filled(wild, tmp_path, *LEAST, header="{{ title }}", title="{{ title }}")
    assert document.paragraphs()[0] == title
    assert document.document.core_properties.title == title


def test_what_word_does_to_tags_does_not_matter() -> None:
    """Tags in several runs, and with curly quotes."""
    document = docx.Document()
    for line in LEAST:
        paragraph = document.add_paragraph()
        for sign in line:
            paragraph.add_run(sign)
    document.add_paragraph("{% if title == “x” %}yes{% endif %}")
    made = io.BytesIO()
    document.save(made)
    check(made.getvalue())


def test_it_is_refused_by_what_is_wrong_with_the_file(tmp_path: Path) -> None:
    with pytest.raises(NotFound) as missing:
        check_template(tmp_path / "nowhere.docx")
    assert "nowhere.docx" in missing.value.message
    with pytest.raises(Invalid) as folder:
        check_template(tmp_path)
    assert "It must be a file" in folder.value.message
    with pytest.raises(Invalid) as text:
        check_template(write(tmp_path, b"Dear all"))
    assert text.value.message == (
        "The template is not a Word document. Open it in Word and save it as a Word document (.docx)."
    )
    check_template(write(tmp_path, template(*LEAST)))


MACROS = "ms-word.document.macroEnabled.main+xml"
ENTITY = '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'
OLE = bytes.fromhex("d0cf11e0a1b11ae1")


@pytest.mark.parametrize(
    ("file", "because"),
    [
        (b"", "is not a Word document"),
        (b"%PDF-1.7", "is not a Word document"),
        (b"{\\rtf1}", "is not a Word document"),
        (OLE + bytes(600), "a file of an old Word (.doc)"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
        (packed({"a.txt": b"x"}), "is not a Word document"),
        (b"PK\x03\x04" + bytes(100), "damaged"),
        (template(*LEAST)[:9000], "damaged"),
        (bytes(20_000_001), "at most 20 MB"),
        (retyped(MAIN, "wordprocessingml.template.main+xml"), "a Word template (.dotx)"),
        (retyped(MAIN, "spreadsheetml.sheet.main+xml"), "it may be a sheet"),
        (retyped(f"openxmlformats-officedocument.{MAIN}", MACROS), "(.docm)"),
        (with_part("word/vbaProject.bin"), "holds macros"),
        (with_part("word/activeX/activeX1.xml", b"<a/>"), "holds macros or controls"),
        (with_part("word/embeddings/oleObject1.xlsx"), "an embedded file"),
        (with_part("word/afchunk1.html"), "an embedded file"),
        (linked("attachedTemplate", "file:///c:/evil.dotm"), "(attachedTemplate: “file:///c:/evil.dotm”)"),
        (linked("image", "https://evil.example/pixel.png"), "points to another file (image"),
        (linked("hyperlink", "file://server/share"), "points to another file (hyperlink"),
        (linked("hyperlink", "//server/share"), "points to another file (hyperlink"),
        (linked("oleObject", "https://x"), "an embedded file or a control"),
        (with_part("word/../../etc/x.xml"), "a part outside of itself"),
        (with_part("/etc/x.xml"), "a part outside of itself"),
        (with_part("word/styles.XML", b"<a/>"), "two parts of one name"),
        (with_part("word/bad.xml", b"<a>"), "“word/bad.xml”, is damaged"),
        (with_part("word/e.xml", ENTITY.encode()), "declares entities"),
        (with_part("word/u.xml", ENTITY.encode("utf-16")), "declares entities"),
        (with_part("word/big.xml", b"<a>" + b" " * 5_000_000 + b"</a>"), "more than 150 times its size"),
    ],
)  # fmt: skip
def test_a_file_that_is_not_a_plain_word_document_is_refused(file: bytes, because: str) -> None:
    assert because in refused(file)


def test_a_link_that_a_reader_may_press_is_fine() -> None:
    check(linked("hyperlink", "https://anytown.example/care"))
    check(linked("hyperlink", "mailto:care@anytown.example"))


def test_many_parts_and_large_parts_are_refused_before_they_are_unpacked() -> None:
    many = {f"word/{no}.xml": b"<a/>" for no in range(600)}
    assert "at most 500" in refused(changed(template(*LEAST), lambda parts: parts.update(many)))
    made = io.BytesIO(template(*LEAST))
    with zipfile.ZipFile(made, "a", zipfile.ZIP_STORED) as package:
        package.writestr("word/large.xml", b"<a/>")
        package.filelist[-1].file_size = 200_000_000
    assert "too large when it is unpacked" in refused(made.getvalue())


@pytest.mark.parametrize(
    ("line", "because"),
    [
        ("About {{ titel }}", "“titel” here, in the text, in “About {{ titel }}”. Did you mean “title”?"),
        ("{{ themes.wals }}", "Did you mean “walls”?"),
        ("{{ who['txt'] }}", "Did you mean “text”?"),
        ("{% for r in rounds %}{{ r.promt }}{% endfor %}", "Did you mean “prompt”?"),
        ("{% for r in rounds %}{{ loop.indx }}{% endfor %}", "Did you mean “index”?"),
        ("{% set all = rounds %}{{ all[0].heding }}", "Did you mean “heading”?"),
        ("{{ title.words }}", "There is no field “words” here"),
        ("{% for x in title %}{{ x }}{% endfor %}", "is not a list"),
        ("{{ zzzzzz }}", "There are: blueprint, code, conclusions, contents"),
        ("{% if draft %}never closed", "cannot be read, in the text, in “{% if draft %}never"),
        ("{{ title", "cannot be read"),
        ("{{ title | reverse }}", "uses |reverse, in the text, in “{{ title | reverse }}”"),
        ("{{ title | safe }}", "uses |safe"),
        ("{{ title | tojson }}", "uses |tojson"),
    ],
)  # fmt: skip
def test_a_tag_that_cannot_work_is_named_with_its_paragraph(line: str, because: str) -> None:
    assert because in refused(template(*LEAST, line))


CODE = (
    ("{{ ''.__class__ }}", "tries to run code, in the text"),
    ("{{ cycler.__init__.__globals__.os.popen('id').read() }}", "calls a function"),
    ("{{ lipsum.__globals__ }}", "tries to run code"),
    ("{{ self.__init__ }}", "tries to run code"),
    ("{{ title['__class__'] }}", "no field “__class__”"),
    ("{{ title | attr('__class__') }}", "uses |attr"),
    ("{{ title.format(1) }}", "calls a function"),
    ("{{ range(10) }}", "calls a function"),
    ("{{ title[title] }}", "reckons which field to take"),
    ("{% import 'x' as x %}", "imports another file"),
    ("{% from 'x' import y %}", "imports another file"),
    ("{% include 'x' %}", "includes another file"),
    ("{% extends 'x' %}", "extends another file"),
    ("{% macro x() %}{% endmacro %}", "defines a macro"),
    ("{% autoescape false %}{{ title }}{% endautoescape %}", "not allowed"),
    ("{% filter upper %}x{% endfilter %}", "not allowed"),
    ("{{ 'a' * 300000000 }}", "multiplies"),
    ("{{ 9 ** 999999999 }}", "multiplies"),
    ("{{ '%999999999d' % 1 }}", "calculates"),
    ("{% for a, b in rounds %}{% endfor %}", "several names at once"),
    ("{% for a in rounds recursive %}{% endfor %}", "a loop that calls itself"),
)


@pytest.mark.parametrize(("code", "because"), CODE)
def test_nothing_in_a_template_can_be_run(code: str, because: str) -> None:
    assert because in refused(template(*LEAST, code))


@pytest.mark.parametrize("where", ["header", "footer", "author", "title", "subject", "comments"])
def test_nor_outside_of_its_text(where: str) -> None:
    assert "tries to run code" in refused(template(*LEAST, **{where: "{{ title.__class__ }}"}))


def test_code_is_refused_at_the_front_door_too(left: Harvest, tmp_path: Path) -> None:
    with pytest.raises(Invalid) as caught:
        filled(left, tmp_path, *LEAST, CODE[1][0])
    assert "calls a function" in caught.value.message


def test_a_report_needs_its_title_and_its_themes() -> None:
    assert "does not use “title” and “themes”" in refused(template("Hello"))
    assert "does not use “themes”" in refused(template("{{ title }}"))
    assert "does not use “title”" in refused(template(*LOOP))


@pytest.mark.parametrize(
    "code",
    [
        'INCLUDEPICTURE "https://evil.example/x.png"',
        'INCLUDETEXT "c:\\\\secret.docx"',
        "DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe",
        'HYPERLINK "file://server/share"',
        "MACROBUTTON x y",
    ],
)
def test_a_field_of_word_that_fetches_something_is_refused(code: str) -> None:
    assert "fetches or starts something" in refused(with_field(code))


@pytest.mark.parametrize(
    "code", ["PAGE", 'TOC \\o "1-3"', "HYPERLINK \\l place", 'HYPERLINK "https://a.example"']
)
def test_other_fields_of_word_are_fine(code: str) -> None:
    check(with_field(code))


def test_no_field_of_word_can_be_made_of_other_words(left: Harvest, tmp_path: Path) -> None:
    evil = msgspec.structs.replace(left, title="INCLUDEPICTURE", purpose='"https://evil.example/x"')
    document = docx.Document()
    for line in LEAST:
        document.add_paragraph(line)
    paragraph = document.add_paragraph()
    for content in ("begin", "{{ title }} {{ purpose }}", "end"):
        sign = docx.oxml.OxmlElement("w:instrText" if "{" in content else "w:fldChar")
        if "{" in content:
            sign.text = content
        else:
            sign.set(qn("w:fldCharType"), content)
        paragraph.add_run()._r.append(sign)
    made = io.BytesIO()
    document.save(made)
    with pytest.raises(Invalid) as caught:
        word(evil, write(tmp_path, made.getvalue()))
    assert "fetches or starts something: INCLUDEPICTURE" in caught.value.message


def test_tags_that_do_not_fit_paragraphs_and_tables_are_refused(left: Harvest, tmp_path: Path) -> None:
    with pytest.raises(Invalid) as caught:
        filled(left, tmp_path, *LEAST, "{% if draft %}", "{%p endif %}")
    assert "do not fit its paragraphs and tables" in caught.value.message


def in_limits(left: Harvest, lines: tuple[str, ...], limits: Limits) -> str:
    job = Job(
        template=template(*LEAST, *lines),
        fields={"title": left.title, "contents": ["x"] * 100, "themes": {"walls": []}},
        pictures={},
        title="",
        at=0,
    )
    with pytest.raises(Invalid) as caught:
        filled_apart(msgspec.msgpack.encode(job), limits)
    return caught.value.message


def test_a_template_that_would_take_for_ever_is_stopped(left: Harvest) -> None:
    loops = "".join(f"{{% for a{no} in contents %}}" for no in range(6))
    ends = "{% endfor %}" * 6
    assert "was stopped" in in_limits(left, (f"{loops}{{% set x = a0 %}}{ends}",), Limits(seconds=2, wait=60))


def test_a_template_that_would_take_all_memory_is_stopped(left: Harvest) -> None:
    doubled = "{% set x = title ~ title %}" + "{% set x = x ~ x %}" * 40 + "{{ x }}"
    assert "was stopped" in in_limits(left, (doubled,), Limits(seconds=20, memory=700_000_000))


SOUND = template(*LEAST)


@settings(max_examples=80)
@given(st.integers(0, len(SOUND) - 1), st.integers(1, 255), st.booleans())
def test_a_damaged_template_is_refused_in_words_or_still_whole(at: int, by: int, cut: bool) -> None:
    damaged = SOUND[:at] if cut else SOUND[:at] + bytes([SOUND[at] ^ by]) + SOUND[at + 1 :]
    with contextlib.suppress(Invalid):
        check(damaged)


@settings(max_examples=40)
@given(st.text("{}%# .|()[]'_abtitle~+-*", max_size=60))
def test_any_tags_are_refused_in_words_or_work(tags: str) -> None:
    with contextlib.suppress(Invalid):
        check(template(*LEAST, tags))
