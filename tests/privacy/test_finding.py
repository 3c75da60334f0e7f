"""Which words may show who somebody is. ``«…»`` stands around what should be found."""

from __future__ import annotations

import re

import pytest

from workshop.privacy import VAGUER, find, people_named

HERE = people_named(["Ann Smith", "Sunny B.", "Will", "Table 3", "Amira", "Screen", "Żaneta", "李雷"])

SENTENCES = """
name: «Mrs Patel» helped me for two years.
name: My son trusted «Mr. Jones», and so did I.
name: «mrs patel» was lovely
name: We saw «Dr O'Brien» every week.
name: Thanks to «Miss Jones» we were heard.
name: «Judge Rinder» listened.
name: I told «Sarah»'s mum about it.
name: «James»'s idea was the best.
name: It was «Claire-Louise McDonald» who rang.
name: My worker «Agnieszka» stayed.
name: «SARAH» SAID NO
name: sometimes «sarah» came late
name: What would «Grace» do?
name: I asked «Will Jones» to come.
name: I went with «Amira» and «amira» helped.
name: «Sunny» was there, on a sunny day.
name: «Żaneta» knew what to do.
name: The headteacher told «Mohammed» to wait.
place: We moved to «Leeds» last year.
place: People in «Stoke-on-Trent» wait longer.
place: «Newcastle upon Tyne» is far.
place: Nobody in «Reading» answered.
place: She goes to «St Mary's Primary School».
place: «Elmfield Council» never rang.
place: We live near «Elm Road», with three children.
address: We live at «12 High Street».
address: The postcode is «SW1A 1AA», so they knew.
address: It was in «D02 AF30».
phone: Call me on «07700 900123» please.
phone: Ring «+44 20 7946 0958» after six.
phone: It is «(0113) 496 0000».
email: Write to «jo.bloggs@example.org».
email: Write to «jo(at)example.org».
date: He was born on «12/03/2009».
date: Born «3 March 2011», and in care since.
date: She came on «March 3rd, 2011».
number: My case no. «AB/123/45» took years.
number: The reference: «SW-20391» was lost.
number: NHS number «943 476 5919».
number: It was «AB 12 34 56 C».
number: The number «1234567» is on every letter.
"""
NOTHING = """
Hope is what we need. May we ask?
Reading books together helps.
The Council and our Primary School work together.
It took 10,000 forms in 2021, 24/7, and 2019/2020 was worse.
It costs £1,000,000 a year.
I miss Sunday dinners. My sister said nothing.
The Social Worker changed four times.
MORE TIME FOR FAMILIES, LESS FORMS
Table 3 said that the host was kind.
We need 3 or 4 people, 1/2 a day, at 10:30.
The High Street is dead.
I will mark my words, and grace is rare.
A nurse came, a doctor came, nobody stayed.
Families wait for months. Nobody says why.
"""


def marked(text: str) -> str:
    """The text with signs around what is found."""
    for at, to, _ in reversed(find(text, HERE)):
        text = f"{text[:at]}«{text[at:to]}»{text[to:]}"
    return text


@pytest.mark.parametrize("line", SENTENCES.strip().splitlines())
def test_this_is_found(line: str) -> None:
    kind, _, sentence = line.partition(": ")
    plain = re.sub("[«»]", "", sentence)
    assert marked(plain) == sentence
    assert {found.kind for found in find(plain, HERE)} == {kind}


@pytest.mark.parametrize("sentence", NOTHING.strip().splitlines())
def test_here_is_nothing_to_find(sentence: str) -> None:
    assert marked(sentence) == sentence


def test_places_are_counted_in_signs_and_not_in_what_they_take() -> None:
    text = "🙂🙂 Mrs Patel 🙂"
    assert [text[at:to] for at, to, _ in find(text)] == ["Mrs Patel"]


def test_people_of_a_cafe_are_known_by_the_first_word_of_their_name() -> None:
    assert people_named(["Ann Smith", "  Bo", "Table 3", "X", "…"]) == {"ann", "bo"}
    assert find("we heard from Xenobia", people_named(["Xenobia Quill"])) == ((14, 21, "name"),)
    assert find("we heard from Zorbia", frozenset()) == ()


def test_every_kind_has_a_vaguer_word() -> None:
    kinds = {line.partition(":")[0] for line in SENTENCES.strip().splitlines()}
    assert kinds == set(VAGUER)


@pytest.mark.parametrize(
    "text", ["", " ", "«", "Mrs", "Mrs ", "Dr.", "St", "St ", "@", "a@", "(0", "'" * 50, "A " * 900]
)
def test_whatever_people_write_it_is_read(text: str) -> None:
    for at, to, _ in find(text):
        assert 0 <= at < to <= len(text)
