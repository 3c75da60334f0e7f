// Made from docs/schemas/documents.json by `make types`. Do not edit.

export interface Documents {
  "desk:answers": AnswersDoc;
  "desk:call": CallDoc;
  "desk:check": CheckDoc;
  "desk:decision": DecisionDoc;
  "desk:feedback": FeedbackCountDoc;
  "desk:missing": MissingDoc;
  "desk:passage": PassageDoc;
  "desk:person": DeskPersonDoc;
  "desk:quoting": QuotingDoc;
  "desk:reach": ReachDoc;
  "desk:seated": SeatedDoc;
  "desk:statement": StatementDoc;
  "desk:table": DeskTableDoc;
  "desk:votes": VotesDoc;
  "desk:wish": WishDoc;
  "hall:ballot": BallotDoc;
  "hall:blueprint": BlueprintDoc;
  "hall:brought": BroughtDoc;
  "hall:cafe": CafeDoc;
  "hall:chat": ChatDoc;
  "hall:decision": DecisionDoc;
  "hall:experiment": ExperimentDoc;
  "hall:reactions": ReactionsDoc;
  "hall:saying": SayingDoc;
  "hall:showing": ShowingDoc;
  "hall:slot": SlotDoc;
  "hall:step": StepDoc;
  "person:answer": AnswerDoc;
  "person:call": CallDoc;
  "person:chat": ChatDoc;
  "person:dots": DotsDoc;
  "person:feedback": FeedbackDoc;
  "person:me": MeDoc;
  "person:missing": MissingDoc;
  "person:note": NoteDoc;
  "person:past": NoteDoc;
  "person:reacted": ReactedDoc;
  "person:receipt": ReceiptDoc;
  "table:ballot": BallotDoc;
  "table:decision": DecisionDoc;
  "table:missing": MissingDoc;
  "table:note": NoteDoc;
  "table:priority": PriorityDoc;
  "table:table": TableDoc;
  "wall:board": BoardDoc;
  "wall:guess": GuessDoc;
  "wall:lineage": LineageDoc;
  "wall:near": NearDoc;
  "wall:note": WallNoteDoc;
  "wall:suggesting": SuggestingDoc;
  "wall:theme": ThemeDoc;
}
/**
 * ``counts``: how many answered each question; ``people``: how many answered any.
 */
export interface AnswersDoc {
  step: string;
  counts: number[];
  people: number;
}
export interface CallDoc {
  id: string;
  table: number | null;
  by: string;
  name: string;
  text: string;
  at: number;
  answered_by: string | null;
  answer: string;
}
/**
 * What hosts decided about the words ``of``, as long as they have this ``mark``.
 *
 *     ``out``: they do not go out. ``passed``: somebody asked whether they show who it is, and found: no.
 */
export interface CheckDoc {
  of: string;
  mark: string;
  stretches: StretchDoc[];
  out: boolean;
  passed: boolean;
}
/**
 * ``words``: what stands there in brackets; None where it is fine as it is.
 */
export interface StretchDoc {
  at: number;
  to: number;
  words: string | null;
}
/**
 * ``versions``: how often it was written down, this one included. ``at``: when last.
 */
export interface DecisionDoc {
  id: string;
  step: string;
  table: number | null;
  ballot: string | null;
  chosen: ChosenDoc[];
  set_aside: ChosenDoc[];
  why: string;
  decided_by: "hall" | "hosts" | "someone" | "table";
  decider: string;
  at: number;
  versions: number;
}
/**
 * An option as it was called when people voted, or as it is called where there was no vote.
 */
export interface ChosenDoc {
  id: string;
  label: string;
}
export interface FeedbackCountDoc {
  step: string;
  people: number;
}
export interface MissingDoc {
  id: string;
  step: string;
  table: number | null;
  text: string;
  at: number;
}
/**
 * ``by``: the name of who wrote it last. ``versions``: how often it was written.
 */
export interface PassageDoc {
  part: string;
  text: string;
  version: number;
  versions: number;
  by: string;
  at: number;
}
export interface DeskPersonDoc {
  id: string;
  name: string;
  role: "facilitator" | "host" | "participant" | "screen";
  joined_at: number;
  table: number | null;
  held_since: number | null;
  checks: string[];
  group: string;
}
/**
 * How many said that their words may be quoted, of the first ``people`` who joined.
 *
 *     People are counted in fives, whether they are still here or not: so no two counts show what one person
 *     said. None while there are fewer than five.
 */
export interface QuotingDoc {
  people: number;
  agreed: number | null;
}
/**
 * ``groups``: of people who wrote under their names; none for answers.
 */
export interface ReachDoc {
  theme: string;
  people: number;
  groups: string[];
}
/**
 * What the seating of a round could and could not do.
 */
export interface SeatedDoc {
  step: string;
  tables: number;
  repeat_meetings: number;
  least_possible: number;
  unmet: string[];
}
/**
 * ``place``: those of one kind stand in the order of it.
 */
export interface StatementDoc {
  id: string;
  kind: "conclusion" | "key-theme" | "recommendation";
  heading: string;
  text: string;
  themes: string[];
  notes: string[];
  quote: QuoteDoc | null;
  place: number;
  version: number;
  by: string;
  at: number;
  removed: boolean;
}
/**
 * ``gone``: what it was taken from was taken away or says something else now; then ``words`` is empty.
 */
export interface QuoteDoc {
  source: string;
  words: string;
  gone: boolean;
}
/**
 * ``notes``: in the round that is on. ``people``: who has a seat, the facilitator included.
 */
export interface DeskTableDoc {
  no: number;
  facilitator: string | null;
  people: string[];
  notes: number;
  highlights: number;
  priorities: number;
  spokesperson: string | null;
  link: string;
  last_activity: number | null;
}
/**
 * How many people have placed dots in the vote of this step, at all tables together.
 *
 *     ``lacking``: how many choices there were where no vote could open: none at all, or too many.
 */
export interface VotesDoc {
  step: string;
  voted: number;
  tables: TableVoteDoc[];
  lacking: number | null;
}
/**
 * How far one table is. ``tied``: its dots left a tie that nobody has settled.
 */
export interface TableVoteDoc {
  table: number;
  state: "again" | "closed" | "nothing" | "open" | "tied";
}
export interface WishDoc {
  id: string;
  how: "apart" | "together";
  people: string[];
}
/**
 * ``result``: dots by option, and ``voted``: how many people placed any; both None until the close.
 *
 *     ``outcome``: what follows from the dots, at the close. ``became``: themes that changed since, by option.
 *     ``runoff_of``: the ballot whose tie this second vote is about.
 */
export interface BallotDoc {
  id: string;
  step: string;
  table: number | null;
  options: OptionDoc[];
  allowance: number;
  cap: number;
  voters: "everyone" | "participants";
  take: number | null;
  own: boolean;
  runoff_of: string | null;
  open: boolean;
  result: {
    [k: string]: number;
  } | null;
  voted: number | null;
  outcome: OutcomeDoc | null;
  became: {
    [k: string]: BecameDoc;
  };
}
/**
 * ``label`` is empty when the words were taken away. ``words_of``: the note whose words they are.
 */
export interface OptionDoc {
  id: string;
  label: string;
  statement: string;
  notes: string[];
  tables: number[];
  words_of: string | null;
}
/**
 * What follows from dots; all empty where no line was drawn.
 *
 *     By the dots of this ballot alone: ``ahead`` of the line, ``level`` for ``places``. By now, with a second
 *     vote and what was settled: ``goes_on``, and ``tied`` for ``left`` places. ``entered``: papers that were
 *     filled in for others.
 */
export interface OutcomeDoc {
  entered: number;
  ahead: string[];
  level: string[];
  places: number;
  goes_on: string[];
  tied: string[];
  left: number;
  runoff: string | null;
  talk_until: number | null;
  settled: SettledDoc | null;
}
/**
 * How a tie ended. ``seed``: of a lot, for whoever wants to draw it again.
 */
export interface SettledDoc {
  how: "all" | "chosen" | "lot";
  options: string[];
  why: string;
  decided_by: string;
  seed: string;
}
/**
 * What happened to a theme after the vote opened, by the names of others, which may be empty.
 */
export interface BecameDoc {
  into: string | null;
  parts: string[];
  gone: boolean;
}
/**
 * ``version``: of the context. ``open``: a step for it is on; ``writers``: who may write now.
 *
 *     ``themes``: those that experiments can work on, in the order in which they were begun; told only while
 *     its step is on or was on last, when nobody follows a wall. ``touched``: whether something has changed
 *     since the last version.
 */
export interface BlueprintDoc {
  context: string;
  version: number;
  issued: IssuedDoc[];
  coverage: CoverageDoc[];
  themes: NamedDoc[];
  open: boolean;
  writers: "everyone" | "facilitators" | "hosts";
  touched: boolean;
}
export interface IssuedDoc {
  no: number;
  at: number;
  words: string;
}
/**
 * An entry of the lens, and the experiments that touch it; none where it is untouched.
 */
export interface CoverageDoc {
  entry: string;
  experiments: string[];
}
/**
 * A theme that stands. ``name`` is empty where it has none.
 */
export interface NamedDoc {
  id: string;
  name: string;
}
/**
 * What all tables bring, by the themes that hold it; those of most tables first, level ones by name.
 *
 *     An idea in two themes stands in both; ``alone`` are those in none. The words are with each table's turn.
 */
export interface BroughtDoc {
  groups: BroughtGroupDoc[];
  alone: string[];
}
/**
 * Ideas that one theme holds, and the tables that bring them. ``name`` is empty where it has none.
 */
export interface BroughtGroupDoc {
  theme: string;
  name: string;
  tables: number[];
  notes: string[];
}
/**
 * The workshop as everyone sees it. ``groups``: where people may be from, never who is from where.
 *
 *     ``quoting_days``: so long after the close people may say whether their words may be quoted;
 *     ``quoting_until``: the end of that, in server milliseconds. ``attribution``: what stands with such words.
 */
export interface CafeDoc {
  code: string;
  title: string;
  purpose: string;
  plan: string;
  status: "closed" | "lobby" | "running";
  practice: boolean;
  current: string | null;
  planned_minutes: number;
  table_size: number;
  groups: string[];
  times: TimeSettings;
  contacts: Contact[];
  quoting_days: number;
  quoting_until: number | null;
  attribution: "anonymous" | "first-name" | "role";
  started_at: number | null;
  closed_at: number | null;
}
/**
 * The grace periods of the day, in seconds.
 */
export interface TimeSettings {
  closing_call?: number;
  late_notes?: number;
  reopen?: number;
  seat_held?: number;
}
/**
 * Someone a participant can turn to, shown behind "Help and worries" on every screen.
 */
export interface Contact {
  name: string;
  how?: string;
}
/**
 * ``name`` is None where the author is not to be shown. ``by`` lets a browser know its own line.
 */
export interface ChatDoc {
  id: string;
  step: string;
  kind: "comment" | "question" | "reaction";
  text: string;
  by: string | null;
  name: string | null;
  table: number | null;
  at: number;
}
/**
 * ``place``: experiments stand in the order of these numbers. ``fields``: those ever written in.
 *
 *     ``note``: the idea it takes up. ``missing``: the fields it needs before it can start. One that was
 *     removed is still told, so that it can be put back.
 */
export interface ExperimentDoc {
  id: string;
  kind: "experiment" | "small-change";
  note: string | null;
  place: number;
  fields: {
    [k: string]: WrittenDoc;
  };
  missing: string[];
  status: "idea" | "ready" | "trying";
  removed: boolean;
  at: number;
}
/**
 * ``version``: what a writer says to have seen. ``themes`` and ``lens`` are lists, all others words.
 */
export interface WrittenDoc {
  value: string | string[];
  version: number;
}
/**
 * How many people gave each reaction to a table.
 */
export interface ReactionsDoc {
  step: string;
  table: number;
  counts: {
    [k: string]: number;
  };
}
export interface SayingDoc {
  id: string;
  text: string;
  at: number;
}
/**
 * ``of``: the board or ballot; empty for a picture of the workshop as a whole.
 */
export interface ShowingDoc {
  picture: "map" | "mixing" | "themes" | "timeline" | "votes";
  of: string;
  at: number;
}
/**
 * One table's turn. ``speaker`` is the spokesperson's name; ``people`` the names of the others.
 */
export interface SlotDoc {
  step: string;
  table: number;
  phase: "heard" | "skipped" | "speaking" | "waiting";
  started_at: number | null;
  deadline: number | null;
  speaker: string | null;
  people: string[];
  brings: PriorityDoc[];
}
export interface PriorityDoc {
  note: string;
  kind: string;
  text: string;
  why: string;
  at: number;
}
/**
 * One step. ``place`` counts from 0. Times are server milliseconds; ``deadline`` is None while held.
 *
 *     ``late_until``: late notes are welcome till then. ``reopen_until``: the host may still go back to it.
 */
export interface StepDoc {
  id: string;
  place: number;
  phase: "closed" | "closing" | "open" | "planned";
  settings:
    | Arrival
    | Blueprint
    | Break
    | ClosingQuestions
    | DotVoting
    | FeedbackStep
    | Plenary
    | Presentation
    | Priorities
    | StoryRound
    | Themes;
  opened_at: number | null;
  deadline: number | null;
  held_left: number | null;
  closing_until: number | null;
  then: string | null;
  closed_at: number | null;
  late_until: number | null;
  reopen_until: number | null;
  spent: number;
}
export interface Arrival {
  activity: "arrival";
  title: string;
  minutes: number;
  words?: string;
  tryout?: boolean;
}
/**
 * ``who`` writes. ``lens``: what the experiments are held against; ``entries``: of one's own lens.
 */
export interface Blueprint {
  activity: "blueprint";
  title: string;
  minutes: number;
  words?: string;
  prompt?: string;
  who?: "everyone" | "facilitators";
  lens?: "characteristics" | "features" | "own";
  /**
   * @maxItems 12
   */
  entries?: string[];
}
export interface Break {
  activity: "break";
  title: string;
  minutes: number;
  words?: string;
}
export interface ClosingQuestions {
  activity: "closing_questions";
  title: string;
  minutes: number;
  words?: string;
  /**
   * @minItems 1
   * @maxItems 20
   */
  questions: string[];
  answer_length?: number;
}
/**
 * ``dots``: how many each person has; without it, a quarter of the options (1 to 7).
 *
 *     ``cap``: how many of them may go on one option. ``where``: one ballot in the hall, or one at each table.
 *     ``take``: how many places go on; without it no line is drawn. ``own``: whether dots may go on one's own
 *     note.
 */
export interface DotVoting {
  activity: "dot_voting";
  title: string;
  minutes: number;
  words?: string;
  prompt?: string;
  over?: "notes" | "priorities" | "themes";
  where?: "hall" | "table";
  dots?: number | null;
  cap?: number;
  voters?: "everyone" | "participants";
  take?: number | null;
  own?: boolean;
}
export interface FeedbackStep {
  activity: "feedback";
  title: string;
  minutes: number;
  words?: string;
  prompt?: string;
}
/**
 * Without ``seconds_each`` the minutes are shared equally among the tables.
 */
export interface Plenary {
  activity: "plenary";
  title: string;
  minutes: number;
  words?: string;
  prompt?: string;
  seconds_each?: number | null;
}
export interface Presentation {
  activity: "presentation";
  title: string;
  minutes: number;
  words?: string;
  link?: string | null;
  /**
   * @maxItems 30
   */
  pictures?: Picture[];
}
/**
 * ``alt`` says in words what the picture shows.
 */
export interface Picture {
  address: string;
  alt: string;
}
export interface Priorities {
  activity: "priorities";
  title: string;
  minutes: number;
  words?: string;
  prompt?: string;
  most?: number;
}
/**
 * ``recap``: open with what was said here before. ``bring_in``: travellers bring earlier ideas.
 */
export interface StoryRound {
  activity: "story_round";
  title: string;
  minutes: number;
  words?: string;
  prompt: string;
  /**
   * @minItems 1
   * @maxItems 6
   *
   * Items: One word, such as helped or hindered
   */
  note_kinds: string[];
  seating?: "home" | "mixed" | "rotate" | "stay";
  recap?: boolean;
  bring_in?: boolean;
  note_length?: number;
}
/**
 * ``from_steps``: titles of the rounds whose notes are on the wall; empty means all of them.
 *
 *     ``names``: whether groups get their names last, when a host opens that part, or at any time.
 *     ``suggestions``: whether the computer says what looks alike.
 */
export interface Themes {
  activity: "themes";
  title: string;
  minutes: number;
  words?: string;
  /**
   * @maxItems 20
   */
  from_steps?: string[];
  who?: "everyone" | "facilitators";
  names?: "any_time" | "last";
  suggestions?: boolean;
}
export interface AnswerDoc {
  step: string;
  question: number;
  text: string;
  at: number;
}
/**
 * My own dots, while they can change.
 */
export interface DotsDoc {
  ballot: string;
  dots: {
    [k: string]: number;
  };
}
export interface FeedbackDoc {
  step: string;
  text: string;
  rating: number | null;
  at: number;
}
/**
 * ``table``: where I sit. ``leads``: the table I facilitate. ``sat_at``: my tables so far, in order.
 *
 *     ``group``: where I said I am from; besides me only the hosts know. ``quoting``: whether my words may be
 *     quoted; besides me nobody knows.
 */
export interface MeDoc {
  id: string;
  name: string;
  role: "facilitator" | "host" | "participant" | "screen";
  table: number | null;
  leads: number | null;
  checks: string[];
  sat_at: never[][];
  group: string;
  quoting: boolean;
}
/**
 * ``by`` and ``name`` are None when the author is not to be shown. ``earlier``: from a round before.
 */
export interface NoteDoc {
  id: string;
  step: string;
  table: number;
  kind: string;
  text: string;
  by: string | null;
  name: string | null;
  entered_by: string | null;
  anonymous: boolean;
  builds_on: string[];
  brought_from: number | null;
  highlighted: boolean;
  edited: number;
  rank: number;
  at: number;
  late: boolean;
  earlier: boolean;
}
/**
 * My own reactions in one plenary: table number (as text) to reactions.
 */
export interface ReactedDoc {
  step: string;
  tables: {
    [k: string]: string[];
  };
}
/**
 * My dots count. ``entered_by``: the name of whoever placed them for me.
 */
export interface ReceiptDoc {
  ballot: string;
  step: string;
  table: number | null;
  dots: number;
  entered_by: string | null;
}
export interface TableDoc {
  no: number;
  round: string | null;
  link: string;
  spokesperson: string | null;
  seats: SeatDoc[];
}
export interface SeatDoc {
  person: string;
  name: string;
  role: "facilitator" | "host" | "participant" | "screen";
  leads: boolean;
  held_since: number | null;
}
/**
 * ``naming``: whether groups get their names now. ``suggests``: whether there are suggestions.
 */
export interface BoardDoc {
  step: string;
  question: number | null;
  naming: boolean;
  suggests: boolean;
}
/**
 * Notes that may belong together. ``likeness``: how like the others each is, 0 to 100.
 *
 *     ``keywords``: what they may be about; ``example``: the note that speaks for them; ``shared``: words that
 *     several of them have.
 */
export interface GuessDoc {
  id: string;
  notes: string[];
  keywords: string[];
  example: string;
  likeness: number[];
  shared: string[];
}
/**
 * The latest deeds of a theme, the oldest first, out of ``all``.
 */
export interface LineageDoc {
  theme: string;
  deeds: LineageDeed[];
  all: number;
}
/**
 * ``by``: a facilitator or host; None for a participant. ``notes``: how many. ``other``: a theme's id.
 */
export interface LineageDeed {
  at: number;
  by: string | null;
  did: string;
  notes: number;
  other: string;
}
/**
 * Themes that a note may belong to, the nearest first.
 */
export interface NearDoc {
  note: string;
  themes: NearFound[];
}
/**
 * How like a theme a note is, 0 to 100, and which words they share.
 */
export interface NearFound {
  theme: string;
  score: number;
  words?: string[];
}
/**
 * A note, or an answer: that has no ``table`` and an empty ``kind``.
 */
export interface WallNoteDoc {
  id: string;
  step: string;
  table: number | null;
  kind: string;
  text: string;
  at: number;
}
/**
 * How the computer looked: ``method`` is empty until it has, ``words`` without its language model.
 *
 *     ``version``: grows whenever it has looked again. ``level``: 1 for fewer groups to 5 for more, as people
 *     set it; ``shown_level``: as it is on the board. ``dismissed``: suggestions that can be brought back.
 */
export interface SuggestingDoc {
  version: number;
  method: string;
  remark: string;
  level: number;
  shown_level: number;
  dismissed: string[];
}
/**
 * ``notes`` are those that still stand; ``tables`` where they were written.
 *
 *     ``suggested``: the notes a suggestion brought. ``differing``: those that see it the other way round.
 *     ``hints``: key phrases for whoever names it.
 */
export interface ThemeDoc {
  id: string;
  name: string;
  statement: string;
  includes: string;
  excludes: string;
  notes: string[];
  tables: number[];
  suggested: string[];
  differing: string[];
  hints: string[];
  single_voice: boolean;
  at: number;
}
