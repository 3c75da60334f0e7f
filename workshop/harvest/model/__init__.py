"""The harvest: what a workshop leaves behind, in one model that feeds every document.

No name of a person is in it: people's words carry their table and round, nothing else. Every line says which
entries of the ledger it comes from, and which other lines it rests on.
"""

from workshop.harvest.model.drafts import (
    Blueprint,
    Checks,
    Context,
    Coverage,
    Experiment,
    Finding,
    Issued,
    IssuedExperiment,
)
from workshop.harvest.model.harvest import Harvest, HelpContact, StepLine
from workshop.harvest.model.lines import Anchor, Line, Part, Seconds, Sentence
from workshop.harvest.model.pictures import Pictures
from workshop.harvest.model.rounds import Attendance, KindCount, NoteLine, RoundLine, TableSeats
from workshop.harvest.model.themes import (
    Deed,
    Leans,
    Often,
    ThemeLine,
    TopicLine,
    WallLine,
)
from workshop.harvest.model.voices import (
    AnswerLine,
    ChatLine,
    FeedbackLine,
    GroupLine,
    PlenaryLine,
    PriorityLine,
    QuestionLine,
    TurnLine,
)
from workshop.harvest.model.votes import DecisionLine, MissingLine, OptionLine, VoteLine
from workshop.harvest.model.written import PassageLine, StatementLine

__all__ = [
    "Anchor",
    "AnswerLine",
    "Attendance",
    "Blueprint",
    "ChatLine",
    "Checks",
    "Context",
    "Coverage",
    "DecisionLine",
    "Deed",
    "Experiment",
    "FeedbackLine",
    "Finding",
    "GroupLine",
    "Harvest",
    "HelpContact",
    "Issued",
    "IssuedExperiment",
    "KindCount",
    "Leans",
    "Line",
    "MissingLine",
    "NoteLine",
    "Often",
    "OptionLine",
    "Part",
    "PassageLine",
    "Pictures",
    "PlenaryLine",
    "PriorityLine",
    "QuestionLine",
    "RoundLine",
    "Seconds",
    "Sentence",
    "StatementLine",
    "StepLine",
    "TableSeats",
    "ThemeLine",
    "TopicLine",
    "TurnLine",
    "VoteLine",
    "WallLine",
]
