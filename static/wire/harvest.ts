// Made from docs/schemas/harvest.json by `make types`. Do not edit.

/**
 * One workshop's harvest after ledger entry ``through``. Times in milliseconds since 1970 (UTC).
 *
 *     ``published``: as others than the hosts read it, without words of people who did not agree to be quoted.
 *     ``attribution``: what stands with quoted notes at most.
 */
export interface Harvest {
  format: 4;
  published: boolean;
  attribution: "anonymous" | "first-name" | "role";
  workshop: string;
  code: string;
  title: string;
  purpose: string;
  plan: string;
  planned_minutes: number;
  contacts: HelpContact[];
  closed: boolean;
  practice: boolean;
  opened_at: number;
  started_at: number | null;
  closed_at: number | null;
  through: number;
  in_short: Sentence[];
  attendance: Attendance;
  rounds: RoundLine[];
  walls: WallLine[];
  themes: ThemeLine[];
  votes: VoteLine[];
  decisions: DecisionLine[];
  missing: MissingLine[];
  priorities: PriorityLine[];
  groups: GroupLine[];
  plenaries: PlenaryLine[];
  questions: QuestionLine[];
  feedback: FeedbackLine[];
  steps: StepLine[];
  pictures: Pictures;
  blueprint: Blueprint;
  passages: PassageLine[];
  statements: StatementLine[];
}
/**
 * Someone a reader can turn to, as the plan names them.
 */
export interface HelpContact {
  name: string;
  how: string;
}
/**
 * Words that are computed, never typed.
 */
export interface Sentence {
  /**
   * What documents call this line: note-…, theme-…, vote-…
   */
  anchor: string;
  entries: number[];
  /**
   * Items: What documents call this line: note-…, theme-…, vote-…
   */
  evidence: string[];
  text: string;
}
/**
 * Who took part at all. ``support`` are facilitators and hosts, also part of ``people``.
 *
 *     Taking part: having done something here, or having sat at a table without leaving for good within a
 *     minute. ``only_joined`` came in and left no other trace.
 */
export interface Attendance {
  /**
   * What documents call this line: note-…, theme-…, vote-…
   */
  anchor: string;
  entries: number[];
  /**
   * Items: What documents call this line: note-…, theme-…, vote-…
   */
  evidence: string[];
  text: string;
  people: number;
  participants: number;
  support: number;
  facilitators: number;
  hosts: number;
  only_joined: number;
}
/**
 * One round: who sat, what was asked, what was written. ``tables``: how many had anyone at them.
 */
export interface RoundLine {
  /**
   * What documents call this line: note-…, theme-…, vote-…
   */
  anchor: string;
  entries: number[];
  /**
   * Items: What documents call this line: note-…, theme-…, vote-…
   */
  evidence: string[];
  step: string;
  no: number;
  title: string;
  prompt: string;
  planned_minutes: number;
  taken_seconds: number;
  people: number;
  participants: number;
  support: number;
  tables: number;
  seats: TableSeats[];
  repeat_meetings: number;
  least_possible: number;
  unmet: string[];
  kinds: KindCount[];
  note_tables: number;
  notes: NoteLine[];
}
/**
 * How many sat at one table in one round; who moved counts where they sat last.
 */
export interface TableSeats {
  table: number;
  participants: number;
  support: number;
}
export interface KindCount {
  kind: string;
  notes: number;
  tables: number;
}
/**
 * A note, word for word. ``builds_on`` and ``brought_from`` are ids of notes.
 *
 *     ``by``: a group or a first name, in what goes out, where its author agreed to that. Else empty, and always
 *     in what is kept.
 */
export interface NoteLine {
  /**
   * What documents call this line: note-…, theme-…, vote-…
   */
  anchor: string;
  entries: number[];
  /**
   * Items: What documents call this line: note-…, theme-…, vote-…
   */
  evidence: string[];
  id: string;
  step: string;
  round: number;
  table: number;
  kind: string;
  text: string;
  highlighted: boolean;
  late: boolean;
  edited: number;
  builds_on: string[];
  brought_from: string | null;
  by: string;
}
/**
 * One themes step: what was on the wall, and which notes nobody grouped.
 */
export interface WallLine {
  /**
   * What documents call this line: note-…, theme-…, vote-…
   */
  anchor: string;
  entries: number[];
  /**
   * Items: What documents call this line: note-…, theme-…, vote-…
   */
  evidence: string[];
  step: string;
  title: string;
  notes: number;
  themes: number;
  not_grouped: string[];
}
/**
 * Notes that people put together. Each note counts once, though it may be in two themes.
 *
 *     ``place``: 1 for the theme heard at most tables (then: with most notes); themes that are level share a
 *     place, and ``level`` is how many share it. A single voice has no place (0). ``people`` and ``groups`` (of
 *     people): how many it comes from; None where so few people are behind it that it could show who they are.
 *     ``differing``: its notes that see it the other way round. ``suggested``: how many a suggestion brought.
 */
export interface ThemeLine {
  /**
   * What documents call this line: note-…, theme-…, vote-…
   */
  anchor: string;
  entries: number[];
  /**
   * Items: What documents call this line: note-…, theme-…, vote-…
   */
  evidence: string[];
  id: string;
  step: string;
  name: string;
  named: boolean;
  statement: string;
  includes: string;
  excludes: string;
  notes: string[];
  tables: number[];
  people: number | null;
  groups: number | null;
  differing: string[];
  suggested: number;
  rounds: number[];
  kinds: KindCount[];
  single_voice: boolean;
  place: number;
  level: number;
  often: "less" | "most" | "often" | "one-table" | "single-voice";
  leans: "both" | "gets-in-the-way" | "helps" | "ideas";
  took_in: string[];
  split_from: string | null;
  lineage: Deed[];
}
/**
 * One thing that was done to a theme, without who did it. ``at`` in milliseconds since 1970.
 */
export interface Deed {
  /**
   * What documents call this line: note-…, theme-…, vote-…
   */
  anchor: string;
  entries: number[];
  /**
   * Items: What documents call this line: note-…, theme-…, vote-…
   */
  evidence: string[];
  at: number;
  text: string;
}
/**
 * One ballot. While it is open, ``voted``, ``entered`` and all dots are None.
 *
 *     ``table``: None for everyone's. ``entered``: papers that a facilitator filled in for others. ``take``: how
 *     many places went on, if a line was drawn. ``runoff_of``: the ballot whose tie this second vote was about.
 *     ``settled``: how a tie ended.
 */
export interface VoteLine {
  /**
   * What documents call this line: note-…, theme-…, vote-…
   */
  anchor: string;
  entries: number[];
  /**
   * Items: What documents call this line: note-…, theme-…, vote-…
   */
  evidence: string[];
  id: string;
  step: string;
  title: string;
  prompt: string;
  table: number | null;
  open: boolean;
  voters: "everyone" | "participants";
  allowance: number;
  cap: number;
  take: number | null;
  runoff_of: string | null;
  voted: number | null;
  entered: number | null;
  dots: number | null;
  verdict: string;
  settled: string[];
  options: OptionLine[];
}
/**
 * Something that dots could be placed on. ``subject``: the theme or note it was, if that still stands.
 *
 *     ``stands``: ahead of the line, level at it, or on record; empty without a line. ``goes_on``: in the end.
 *     ``became``: what happened to a theme after people had voted, in a sentence.
 */
export interface OptionLine {
  /**
   * What documents call this line: note-…, theme-…, vote-…
   */
  anchor: string;
  entries: number[];
  /**
   * Items: What documents call this line: note-…, theme-…, vote-…
   */
  evidence: string[];
  label: string;
  statement: string;
  subject: string | null;
  dots: number | null;
  place: number;
  level: number;
  stands: "" | "ahead" | "level" | "record";
  goes_on: boolean;
  became: string;
}
/**
 * What was decided. ``by``: who, in words. ``versions``: how often it was written down.
 */
export interface DecisionLine {
  /**
   * What documents call this line: note-…, theme-…, vote-…
   */
  anchor: string;
  entries: number[];
  /**
   * Items: What documents call this line: note-…, theme-…, vote-…
   */
  evidence: string[];
  step: string;
  title: string;
  table: number | null;
  vote: string | null;
  chosen: string[];
  set_aside: string[];
  why: string;
  by: string;
  versions: number;
}
/**
 * What somebody found missing among the choices.
 */
export interface MissingLine {
  /**
   * What documents call this line: note-…, theme-…, vote-…
   */
  anchor: string;
  entries: number[];
  /**
   * Items: What documents call this line: note-…, theme-…, vote-…
   */
  evidence: string[];
  step: string;
  table: number | null;
  text: string;
}
/**
 * An idea that a table chose to bring to everyone, and why.
 */
export interface PriorityLine {
  /**
   * What documents call this line: note-…, theme-…, vote-…
   */
  anchor: string;
  entries: number[];
  /**
   * Items: What documents call this line: note-…, theme-…, vote-…
   */
  evidence: string[];
  note: string;
  step: string;
  table: number;
  kind: string;
  text: string;
  why: string;
}
/**
 * Ideas that one theme holds, and the tables that brought them; without a theme, those in none.
 *
 *     ``first``: those of its ideas that stand under no theme before this one.
 */
export interface GroupLine {
  /**
   * What documents call this line: note-…, theme-…, vote-…
   */
  anchor: string;
  entries: number[];
  /**
   * Items: What documents call this line: note-…, theme-…, vote-…
   */
  evidence: string[];
  theme: string | null;
  name: string;
  tables: number[];
  ideas: string[];
  first: string[];
}
export interface PlenaryLine {
  /**
   * What documents call this line: note-…, theme-…, vote-…
   */
  anchor: string;
  entries: number[];
  /**
   * Items: What documents call this line: note-…, theme-…, vote-…
   */
  evidence: string[];
  step: string;
  title: string;
  prompt: string;
  turns: TurnLine[];
  chat: ChatLine[];
}
/**
 * One table's turn in a plenary. ``spokesperson``: whether the table had named one.
 */
export interface TurnLine {
  /**
   * What documents call this line: note-…, theme-…, vote-…
   */
  anchor: string;
  entries: number[];
  /**
   * Items: What documents call this line: note-…, theme-…, vote-…
   */
  evidence: string[];
  step: string;
  table: number;
  phase: "heard" | "skipped" | "speaking" | "waiting";
  taken_seconds: number;
  spokesperson: boolean;
  reactions: {
    [k: string]: number;
  };
}
export interface ChatLine {
  /**
   * What documents call this line: note-…, theme-…, vote-…
   */
  anchor: string;
  entries: number[];
  /**
   * Items: What documents call this line: note-…, theme-…, vote-…
   */
  evidence: string[];
  id: string;
  step: string;
  kind: string;
  text: string;
  table: number | null;
}
/**
 * One closing question with every answer, in an order that says nothing about who wrote what.
 *
 *     ``topics``: what the hosts made of the answers; ``not_grouped``: ids of those that are in none.
 */
export interface QuestionLine {
  /**
   * What documents call this line: note-…, theme-…, vote-…
   */
  anchor: string;
  entries: number[];
  /**
   * Items: What documents call this line: note-…, theme-…, vote-…
   */
  evidence: string[];
  step: string;
  no: number;
  text: string;
  answers: AnswerLine[];
  topics: TopicLine[];
  not_grouped: string[];
}
export interface AnswerLine {
  /**
   * What documents call this line: note-…, theme-…, vote-…
   */
  anchor: string;
  entries: number[];
  /**
   * Items: What documents call this line: note-…, theme-…, vote-…
   */
  evidence: string[];
  id: string;
  text: string;
}
/**
 * Answers to one closing question that the hosts put together: a sub-heading. As :class:`ThemeLine`.
 */
export interface TopicLine {
  /**
   * What documents call this line: note-…, theme-…, vote-…
   */
  anchor: string;
  entries: number[];
  /**
   * Items: What documents call this line: note-…, theme-…, vote-…
   */
  evidence: string[];
  id: string;
  name: string;
  statement: string;
  includes: string;
  excludes: string;
  answers: string[];
  differing: string[];
  suggested: number;
  single_voice: boolean;
  lineage: Deed[];
}
/**
 * How it was. ``marks``: how many gave each mark, 1 to 5; None where that could show single people.
 */
export interface FeedbackLine {
  /**
   * What documents call this line: note-…, theme-…, vote-…
   */
  anchor: string;
  entries: number[];
  /**
   * Items: What documents call this line: note-…, theme-…, vote-…
   */
  evidence: string[];
  step: string;
  title: string;
  prompt: string;
  people: number;
  marked: number;
  marks: number[] | null;
  words: AnswerLine[];
}
/**
 * One step of the day. ``stretches``: how long it was open each time; several if it was reopened.
 */
export interface StepLine {
  /**
   * What documents call this line: note-…, theme-…, vote-…
   */
  anchor: string;
  entries: number[];
  /**
   * Items: What documents call this line: note-…, theme-…, vote-…
   */
  evidence: string[];
  step: string;
  title: string;
  activity: string;
  phase: "closed" | "closing" | "open" | "planned";
  planned_minutes: number;
  added_minutes: number;
  taken_seconds: number;
  stretches: number[];
  reopened: number;
}
/**
 * ``maps``: of those boards whose notes had been given places by then.
 */
export interface Pictures {
  themes: ThemesData[];
  maps: MapData[];
  mixing: MixingData;
  timeline: TimelineData;
}
/**
 * One board. ``notes``: all that stands on it; ``not_grouped``: how much of it lies in no theme.
 *
 *     ``at_tables``: whether what stands there was written at tables.
 */
export interface ThemesData {
  board: string;
  title: string;
  notes: number;
  not_grouped: number;
  at_tables: boolean;
  themes: ThemeTile[];
}
/**
 * A theme and how far it carries: at how many tables, and in how many conversations it came up.
 *
 *     A conversation is one table in one round. ``people``: different authors, and ``groups`` of theirs; None
 *     where that is not for everyone to see.
 */
export interface ThemeTile {
  id: string;
  name: string;
  notes: number;
  tables: number;
  conversations: number;
  people: number | null;
  groups: number | null;
  single_voice: boolean;
  differing: number;
}
/**
 * The notes of a board, like ones near one another. ``missing``: notes that have no place yet.
 */
export interface MapData {
  board: string;
  title: string;
  themes: MapTheme[];
  notes: MapNote[];
  missing: number;
}
export interface MapTheme {
  id: string;
  name: string;
  single_voice: boolean;
}
/**
 * Where a note lies, 0 to 1000 across and down. ``themes``: the places in the list of its themes.
 */
export interface MapNote {
  x: number;
  y: number;
  themes: number[];
}
/**
 * Who sat with whom, as numbers. ``met``: how many people met so many others, as (others, people).
 *
 *     ``twice``: pairs of people who sat together in more than one round.
 */
export interface MixingData {
  people: number;
  twice: number;
  rounds: MixingRound[];
  met: never[][];
}
/**
 * One round. ``new``: pairs of people who sat at one table and had not met before; ``again``: who had.
 */
export interface MixingRound {
  no: number;
  title: string;
  people: number;
  tables: number;
  new: number;
  again: number;
}
/**
 * Contributions over time: notes, lines of chat and answers, ``length`` milliseconds long.
 *
 *     ``counts``: how many in each stretch of ``every`` milliseconds, from the start of the workshop on.
 */
export interface TimelineData {
  length: number;
  every: number;
  counts: number[];
  bands: Band[];
}
/**
 * One step. Times in milliseconds from the start of the workshop.
 */
export interface Band {
  title: string;
  begin: number;
  end: number;
  notes: number;
  chat: number;
  answers: number;
}
/**
 * What people wrote comes first, then drafts of ideas that nobody took up: nothing in those is decided.
 *
 *     ``notices`` say what could not be drafted, and what to do.
 */
export interface Blueprint {
  context: Context | null;
  in_the_way: Finding[];
  helps: Finding[];
  both: Finding[];
  experiments: Experiment[];
  coverage: Coverage[];
  issued: Issued[];
  notices: Sentence[];
}
/**
 * What is so here, and what may not be touched, as people wrote it.
 */
export interface Context {
  /**
   * What documents call this line: note-…, theme-…, vote-…
   */
  anchor: string;
  entries: number[];
  /**
   * Items: What documents call this line: note-…, theme-…, vote-…
   */
  evidence: string[];
  text: string;
}
/**
 * A theme as the blueprint takes it up. ``hindering`` and ``helping``: its notes that tell of either.
 */
export interface Finding {
  /**
   * What documents call this line: note-…, theme-…, vote-…
   */
  anchor: string;
  entries: number[];
  /**
   * Items: What documents call this line: note-…, theme-…, vote-…
   */
  evidence: string[];
  theme: string;
  name: string;
  statement: string;
  notes: number;
  tables: number;
  hindering: number;
  helping: number;
  dots: number | null;
  place: number;
  level: number;
}
/**
 * Something to try, or a small change. ``written``: by people; otherwise drafted from a table's idea.
 *
 *     ``place``: of those that were written among their kind, as people put them; of drafts by dots, then
 *     tables, and those that are level share it. ``dots`` are those of its theme, ``own_dots`` those on the
 *     idea itself; None where there was no vote on it. ``tables``: where its theme was heard. ``note`` and
 *     ``table``: of the idea it takes up. ``missing``: what it needs before it can start. What is empty is for
 *     people to fill in.
 */
export interface Experiment {
  /**
   * What documents call this line: note-…, theme-…, vote-…
   */
  anchor: string;
  entries: number[];
  /**
   * Items: What documents call this line: note-…, theme-…, vote-…
   */
  evidence: string[];
  written: boolean;
  kind: "experiment" | "small-change";
  status: "idea" | "ready" | "trying";
  idea: string;
  why: string;
  note: string | null;
  table: number | null;
  theme: string | null;
  theme_name: string;
  also_in: string[];
  dots: number | null;
  own_dots: number | null;
  tables: number;
  place: number;
  level: number;
  barrier: string;
  domain: string;
  designed_by: string;
  owner: string;
  first_step: string;
  prediction: string;
  measures: string;
  review_on: string | null;
  lens: string[];
  checks: Checks;
  missing: string[];
}
/**
 * What makes a change a small one, each answered with yes, no, or not yet (empty).
 */
export interface Checks {
  own_power: string;
  possible_now: string;
  no_national_rule: string;
}
/**
 * An entry of the lens, and the experiments that touch it; none where it is untouched.
 */
export interface Coverage {
  entry: string;
  /**
   * Items: What documents call this line: note-…, theme-…, vote-…
   */
  experiments: string[];
}
/**
 * A version of the blueprint, which does not change any more. ``untouched``: entries of the lens.
 */
export interface Issued {
  /**
   * What documents call this line: note-…, theme-…, vote-…
   */
  anchor: string;
  entries: number[];
  /**
   * Items: What documents call this line: note-…, theme-…, vote-…
   */
  evidence: string[];
  no: number;
  at: number;
  words: string;
  context: string;
  experiments: IssuedExperiment[];
  untouched: string[];
}
/**
 * An experiment as it stood in a version. ``themes``: by the names they had; empty for one without.
 */
export interface IssuedExperiment {
  id: string;
  kind: "experiment" | "small-change";
  status: "idea" | "ready" | "trying";
  idea: string;
  barrier: string;
  domain: string;
  designed_by: string;
  owner: string;
  first_step: string;
  prediction: string;
  measures: string;
  review_on: string;
  themes: string[];
  lens: string[];
  own_power: string;
  possible_now: string;
  no_national_rule: string;
}
/**
 * A passage in its place, such as ``context`` or ``round.s4``. ``versions``: how often it was written.
 */
export interface PassageLine {
  /**
   * What documents call this line: note-…, theme-…, vote-…
   */
  anchor: string;
  entries: number[];
  /**
   * Items: What documents call this line: note-…, theme-…, vote-…
   */
  evidence: string[];
  part: string;
  text: string;
  versions: number;
}
/**
 * A key theme, a conclusion or a recommendation. ``place``: from 1, in its kind.
 *
 *     ``themes`` and ``notes``: ids of what it rests on and still stands; a theme that was merged is the one it
 *     went into. ``gone``: how many do not stand. ``source``: what it quotes; ``quote``: those words, empty
 *     where they do not stand there any more.
 */
export interface StatementLine {
  /**
   * What documents call this line: note-…, theme-…, vote-…
   */
  anchor: string;
  entries: number[];
  /**
   * Items: What documents call this line: note-…, theme-…, vote-…
   */
  evidence: string[];
  id: string;
  kind: "conclusion" | "key-theme" | "recommendation";
  place: number;
  heading: string;
  text: string;
  themes: string[];
  notes: string[];
  gone: number;
  source: string | null;
  quote: string;
  versions: number;
}
