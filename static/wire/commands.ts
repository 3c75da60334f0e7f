// Made from docs/schemas/commands.json by `make types`. Do not edit.

export interface Commands {
  "agenda.edit": EditAgenda;
  "arrival.check": PassCheck;
  "ballot.close": CloseBallot;
  "blueprint.context": WriteContext;
  "blueprint.issue": IssueBlueprint;
  "chat.remove": RemoveChat;
  "chat.say": SayInChat;
  "decision.record": RecordDecision;
  "dots.place": PlaceDots;
  "experiment.add": AddExperiment;
  "experiment.move": MoveExperiment;
  "experiment.remove": RemoveExperiment;
  "experiment.start": StartExperiment;
  "experiment.write": WriteExperiment;
  "feedback.give": GiveFeedback;
  "help.answer": AnswerCall;
  "help.ask": AskForHelp;
  "missing.say": SayMissing;
  "missing.take-back": TakeMissingBack;
  "note.add": AddNote;
  "note.delete": DeleteNote;
  "note.edit": EditNote;
  "note.highlight": HighlightNote;
  "note.link": LinkNotes;
  "note.move": MoveNote;
  "note.restore": RestoreNote;
  "person.group": SetGroup;
  "person.leave": Leave;
  "person.move": MovePerson;
  "person.quoting": SetQuoting;
  "person.remove": Remove;
  "person.rename": Rename;
  "picture.show": ShowPicture;
  "plenary.call": CallTable;
  "plenary.react": React;
  "plenary.skip": SkipTable;
  "priority.drop": DropPriority;
  "priority.pick": PickPriority;
  "question.answer": AnswerQuestion;
  "quote.check": CheckQuote;
  "report.write": WritePassage;
  "say.all": SayToAll;
  "say.take-down": TakeDown;
  "statement.add": AddStatement;
  "statement.move": MoveStatement;
  "statement.remove": RemoveStatement;
  "statement.write": WriteStatement;
  "step.end": EndEarly;
  "step.extend": Extend;
  "step.hold": Hold;
  "step.keep-open": KeepOpen;
  "step.next": Next;
  "step.reopen": Reopen;
  "suggestion.accept": AcceptSuggestions;
  "suggestion.dismiss": DismissSuggestions;
  "suggestion.level": SetLevel;
  "suggestion.put": PutSuggested;
  "suggestion.refuse": RefuseNearness;
  "table.appoint": AppointFacilitator;
  "table.link": LinkTable;
  "table.spokesperson": NameSpokesperson;
  "theme.differs": MarkDiffering;
  "theme.merge": MergeThemes;
  "theme.name": NameTheme;
  "theme.naming": OpenNaming;
  "theme.put": PutNotes;
  "theme.single-voice": MarkSingleVoice;
  "theme.split": SplitTheme;
  "theme.start": StartTheme;
  "theme.take": TakeNotes;
  "theme.unmerge": Unmerge;
  "tie.settle": SettleTie;
  "tie.talk": TalkItOver;
  "tie.vote-again": VoteAgain;
  "wish.drop": DropWish;
  "wish.make": MakeWish;
  "workshop.close": CloseWorkshop;
}
/**
 * The whole agenda, as it should be. Allowed until the first step opens.
 *
 *     ``groups``: where people come from; null leaves them as they are.
 */
export interface EditAgenda {
  type: "agenda.edit";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  title: string;
  planned_minutes: number;
  table_size: number;
  /**
   * @maxItems 60
   */
  steps: (
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
    | Themes
  )[];
  groups?: string[] | null;
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
/**
 * This person has tried one of the three things and it worked.
 */
export interface PassCheck {
  type: "arrival.check";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  check: "dot" | "move" | "note";
}
/**
 * Show what the dots say, before the step ends. Closing twice, or two people at once, is harmless.
 */
export interface CloseBallot {
  type: "ballot.close";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  ballot: string;
}
/**
 * What is so here, and what may not be touched, such as duties by law.
 */
export interface WriteContext {
  type: "blueprint.context";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  text: string;
  was: number;
}
/**
 * A host fixes a version. ``was``: the number of the last one that the host saw; 0 before the first.
 */
export interface IssueBlueprint {
  type: "blueprint.issue";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  words?: string;
  was: number;
}
/**
 * One's own line, or by a host anyone's. ``on`` false puts it back.
 */
export interface RemoveChat {
  type: "chat.remove";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  chat: string;
  on?: boolean;
}
export interface SayInChat {
  type: "chat.say";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  step: string;
  kind: "comment" | "question" | "reaction";
  text: string;
  anonymous?: boolean;
}
/**
 * Write down what was decided, or write it anew: there is one decision for each vote, with its versions.
 *
 *     ``ballot``: the vote it rests on; without it the options are themes and ideas that stand. ``decider``: in
 *     words, where ``decided_by`` is ``someone``; a role rather than a name.
 */
export interface RecordDecision {
  type: "decision.record";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  step: string;
  ballot?: string | null;
  /**
   * @maxItems 200
   */
  chosen?: string[];
  /**
   * @maxItems 200
   */
  set_aside?: string[];
  why?: string;
  decided_by?: "hall" | "hosts" | "someone" | "table";
  decider?: string;
}
/**
 * All of this person's dots on one ballot: option to number of dots. Replaces what was placed before.
 */
export interface PlaceDots {
  type: "dots.place";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  ballot: string;
  dots: {
    [k: string]: number;
  };
  on_behalf_of?: string | null;
}
/**
 * Begin an experiment, or a small change. The command's id becomes the experiment's id.
 *
 *     ``note``: an idea that a table chose, which it takes up. ``theme``: what it works on.
 */
export interface AddExperiment {
  type: "experiment.add";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  kind: "experiment" | "small-change";
  idea: string;
  note?: string | null;
  theme?: string | null;
}
/**
 * ``before``: the one it comes to stand before; without it, it comes last.
 */
export interface MoveExperiment {
  type: "experiment.move";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  experiment: string;
  before?: string | null;
}
/**
 * ``on`` false puts it back.
 */
export interface RemoveExperiment {
  type: "experiment.remove";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  experiment: string;
  on?: boolean;
}
/**
 * It is being tried from now on. ``on`` false takes that back.
 */
export interface StartExperiment {
  type: "experiment.start";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  experiment: string;
  on: boolean;
}
/**
 * One field anew. ``was``: the version of this field that the writer saw; 0 where nobody had written.
 *
 *     ``themes`` and ``lens`` hold lists, all other fields words; an empty one takes away what stood there.
 */
export interface WriteExperiment {
  type: "experiment.write";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  experiment: string;
  field:
    | "barrier"
    | "designed_by"
    | "domain"
    | "first_step"
    | "idea"
    | "lens"
    | "measures"
    | "no_national_rule"
    | "own_power"
    | "owner"
    | "possible_now"
    | "prediction"
    | "review_on"
    | "themes";
  value: string | string[];
  was: number;
}
/**
 * ``rating`` from 1 (not good) to 5 (very good), or none; ``text`` may be empty if it is given.
 */
export interface GiveFeedback {
  type: "feedback.give";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  step: string;
  text?: string;
  rating?: number | null;
}
export interface AnswerCall {
  type: "help.answer";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  call: string;
  text?: string;
}
export interface AskForHelp {
  type: "help.ask";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  text: string;
}
/**
 * Is anything missing that should be a priority? Asked when the vote is closed.
 */
export interface SayMissing {
  type: "missing.say";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  step: string;
  text: string;
}
/**
 * One's own line, or by a host anyone's. ``on`` false puts it back.
 */
export interface TakeMissingBack {
  type: "missing.take-back";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  missing: string;
  on?: boolean;
}
/**
 * Lay a note on the table where its author sat in ``step``. The command's id becomes the note's id.
 */
export interface AddNote {
  type: "note.add";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  step: string;
  /**
   * One word, such as helped or hindered
   */
  kind: string;
  text: string;
  anonymous?: boolean;
  /**
   * @maxItems 10
   */
  builds_on?: string[];
  brings?: string | null;
  on_behalf_of?: string | null;
}
export interface DeleteNote {
  type: "note.delete";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  note: string;
}
export interface EditNote {
  type: "note.edit";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  note: string;
  text: string;
  /**
   * One word, such as helped or hindered
   */
  kind: string;
}
export interface HighlightNote {
  type: "note.highlight";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  note: string;
  on: boolean;
}
/**
 * All the notes that this one builds on.
 */
export interface LinkNotes {
  type: "note.link";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  note: string;
  /**
   * @maxItems 10
   */
  builds_on: string[];
}
/**
 * Put a note after another of its kind, or first.
 */
export interface MoveNote {
  type: "note.move";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  note: string;
  after: string | null;
}
/**
 * Undo a deletion.
 */
export interface RestoreNote {
  type: "note.restore";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  note: string;
}
/**
 * Which group somebody is from, as a host knows it, or as the person says. Empty: none is said.
 */
export interface SetGroup {
  type: "person.group";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  person: string;
  group: string;
}
/**
 * Leave the workshop for good.
 */
export interface Leave {
  type: "person.leave";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
}
/**
 * A host moves someone to another table. Their notes stay where they were written.
 */
export interface MovePerson {
  type: "person.move";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  person: string;
  table: number;
}
/**
 * Whether short sentences that somebody wrote may be quoted: one's own, unless ``on_behalf_of`` is given.
 *
 *     Until some days after the close. Then the report is as it is.
 */
export interface SetQuoting {
  type: "person.quoting";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  on: boolean;
  on_behalf_of?: string | null;
}
/**
 * A host takes somebody out of the workshop.
 */
export interface Remove {
  type: "person.remove";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  person: string;
}
export interface Rename {
  type: "person.rename";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  name: string;
}
/**
 * Show a picture on every screen; None puts it away.
 *
 *     ``of``: the board of themes and of a map, the ballot of votes; without it the latest there is.
 */
export interface ShowPicture {
  type: "picture.show";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  picture: ("map" | "mixing" | "themes" | "timeline" | "votes") | null;
  of?: string | null;
}
/**
 * A host gives the floor to a table; whoever spoke before has been heard. None: nobody speaks now.
 */
export interface CallTable {
  type: "plenary.call";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  step: string;
  table: number | null;
}
export interface React {
  type: "plenary.react";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  step: string;
  table: number;
  reaction: "help" | "more" | "same" | "thanks";
  on: boolean;
}
export interface SkipTable {
  type: "plenary.skip";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  step: string;
  table: number;
  on?: boolean;
}
export interface DropPriority {
  type: "priority.drop";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  note: string;
}
export interface PickPriority {
  type: "priority.pick";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  note: string;
  why?: string;
}
/**
 * Answer, or change one's answer. An empty text takes it back. Questions are numbered from 0.
 */
export interface AnswerQuestion {
  type: "question.answer";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  step: string;
  question: number;
  text: string;
  on_behalf_of?: string | null;
}
/**
 * A host has looked at words before they go out, as ``/w/CODE/check.json`` lists them.
 *
 *     ``of``: which words; ``was``: their mark as the host saw them. Of the characters ``at`` to ``to``:
 *     ``fine`` as they are, ``vaguer`` with ``words`` in brackets, or ``open`` again. Of the whole: ``out`` or
 *     ``in``; and ``passed`` by the three questions, or ``doubted`` again.
 */
export interface CheckQuote {
  type: "quote.check";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  of: string;
  was: string;
  verdict: "doubted" | "fine" | "in" | "open" | "out" | "passed" | "vaguer";
  at?: number;
  to?: number;
  words?: string;
}
/**
 * Write in a place of the report, or write it anew; empty takes it out.
 *
 *     ``part``: context, series, moment, thanks, about, process, method, reflections, done or next; or
 *     round.STEP, inconsistencies.STEP, suggestions.STEP, plenary.STEP, question.STEP.NUMBER (from 1). ``was``:
 *     the version that the writer saw, 0 for none yet.
 */
export interface WritePassage {
  type: "report.write";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  part: string;
  text: string;
  was: number;
}
export interface SayToAll {
  type: "say.all";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  text: string;
}
export interface TakeDown {
  type: "say.take-down";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  saying: string;
}
/**
 * A key theme, a conclusion or a recommendation, behind the others of its kind.
 *
 *     The command's id becomes the statement's id.
 */
export interface AddStatement {
  type: "statement.add";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  kind: "conclusion" | "key-theme" | "recommendation";
  heading?: string;
  text?: string;
  /**
   * @maxItems 40
   */
  themes?: string[];
  /**
   * @maxItems 60
   */
  notes?: string[];
  quote?: QuoteOf | null;
}
/**
 * ``words``: word for word. What is left out or added stands in ``[ ]``.
 */
export interface QuoteOf {
  /**
   * What is quoted: the anchor of a note, an answer or a line of the chat, such as note-…
   */
  source: string;
  words: string;
}
/**
 * Put a statement before another of its kind, or (null) behind all of them.
 */
export interface MoveStatement {
  type: "statement.move";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  statement: string;
  before?: string | null;
}
/**
 * ``on`` false puts it back.
 */
export interface RemoveStatement {
  type: "statement.remove";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  statement: string;
  on?: boolean;
}
/**
 * All of a statement, as it should be. ``was``: the version that the writer saw.
 */
export interface WriteStatement {
  type: "statement.write";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  statement: string;
  heading?: string;
  text?: string;
  /**
   * @maxItems 40
   */
  themes?: string[];
  /**
   * @maxItems 60
   */
  notes?: string[];
  quote?: QuoteOf | null;
  was: number;
}
/**
 * End the step that is on, after its closing call, and stay between steps.
 */
export interface EndEarly {
  type: "step.end";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  step: string;
  call?: boolean;
}
export interface Extend {
  type: "step.extend";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  step: string;
  minutes: number;
}
/**
 * Stop the clock, or let it run again.
 */
export interface Hold {
  type: "step.hold";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  step: string;
  on: boolean;
}
/**
 * Take back an ending during its closing call.
 */
export interface KeepOpen {
  type: "step.keep-open";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  step: string;
}
/**
 * End the step that is on and open the one after it. ``after`` is the step the host sees as current.
 *
 *     ``call``: first give a step with tables its closing minute. Two hosts pressing at once move one step only.
 */
export interface Next {
  type: "step.next";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  after: string | null;
  call?: boolean;
}
/**
 * Go back to a step that has just closed: same seats, the clock goes on from what was left.
 */
export interface Reopen {
  type: "step.reopen";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  step: string;
}
/**
 * Make groups of them. ``notes``: of a single suggestion, only these; empty means all of it.
 */
export interface AcceptSuggestions {
  type: "suggestion.accept";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  step: string;
  question?: number | null;
  /**
   * @minItems 1
   * @maxItems 200
   */
  suggestions: string[];
  /**
   * @maxItems 500
   */
  notes?: string[];
}
/**
 * Nobody wants to see them again; or, with ``on`` false, they come back.
 */
export interface DismissSuggestions {
  type: "suggestion.dismiss";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  step: string;
  question?: number | null;
  /**
   * @minItems 1
   * @maxItems 200
   */
  suggestions: string[];
  on?: boolean;
}
/**
 * Fewer groups (1) or more (5).
 */
export interface SetLevel {
  type: "suggestion.level";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  step: string;
  question?: number | null;
  level: number;
}
/**
 * Put notes into a theme that is near to them.
 */
export interface PutSuggested {
  type: "suggestion.put";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  theme: string;
  /**
   * @minItems 1
   * @maxItems 500
   */
  notes: string[];
}
/**
 * This note does not belong to this theme: do not say so again. Or, with ``on`` false, it may be said.
 */
export interface RefuseNearness {
  type: "suggestion.refuse";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  theme: string;
  note: string;
  on?: boolean;
}
/**
 * A host gives a table to somebody, who moves there; None: the table goes on without a facilitator.
 */
export interface AppointFacilitator {
  type: "table.appoint";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  table: number;
  person: string | null;
}
/**
 * The address of the video call beside this table; empty takes it away.
 */
export interface LinkTable {
  type: "table.link";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  table: number;
  link: string;
}
export interface NameSpokesperson {
  type: "table.spokesperson";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  table: number;
  person: string | null;
}
/**
 * This note belongs to the theme and sees it the other way round. It is kept, and marked.
 */
export interface MarkDiffering {
  type: "theme.differs";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  theme: string;
  note: string;
  on: boolean;
}
/**
 * ``theme`` goes into ``into``; its notes go along.
 */
export interface MergeThemes {
  type: "theme.merge";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  theme: string;
  into: string;
}
/**
 * All the words of a theme: its name, what it says in a sentence, what belongs and what does not.
 */
export interface NameTheme {
  type: "theme.name";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  theme: string;
  name: string;
  statement?: string;
  includes?: string;
  excludes?: string;
}
/**
 * A host ends the silent part: now groups get their names. Or, with ``on`` false, goes back to it.
 */
export interface OpenNaming {
  type: "theme.naming";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  step: string;
  on: boolean;
}
/**
 * Move notes into a theme, out of ``out_of`` if given; without it a note may be in two themes.
 */
export interface PutNotes {
  type: "theme.put";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  theme: string;
  /**
   * @minItems 1
   * @maxItems 500
   */
  notes: string[];
  out_of?: string | null;
}
export interface MarkSingleVoice {
  type: "theme.single-voice";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  theme: string;
  on: boolean;
}
/**
 * Move these notes out of ``theme`` into a new one, whose id is the command's id.
 */
export interface SplitTheme {
  type: "theme.split";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  theme: string;
  /**
   * @minItems 1
   * @maxItems 500
   */
  notes: string[];
  name?: string;
}
/**
 * Make a new group of these notes. The command's id becomes the theme's id.
 *
 *     ``question``: of a closing questions step, whose answers the hosts group.
 */
export interface StartTheme {
  type: "theme.start";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  step: string;
  question?: number | null;
  /**
   * @minItems 1
   * @maxItems 500
   */
  notes: string[];
  name?: string;
}
/**
 * Take notes out of a theme: they are "not grouped yet" again, unless another theme holds them.
 */
export interface TakeNotes {
  type: "theme.take";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  theme: string;
  /**
   * @minItems 1
   * @maxItems 500
   */
  notes: string[];
}
/**
 * Undo a merge: the theme stands again with the notes it brought.
 */
export interface Unmerge {
  type: "theme.unmerge";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  theme: string;
}
/**
 * ``chosen``: these ``options`` go on, because ``decided_by`` said so. ``lot``: the server draws.
 *
 *     ``all``: every one that is level goes on. Each needs its reason.
 */
export interface SettleTie {
  type: "tie.settle";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  ballot: string;
  how: "all" | "chosen" | "lot";
  /**
   * @maxItems 200
   */
  options?: string[];
  decided_by?: string;
  why?: string;
}
/**
 * Talk about what is level, by a clock that everybody sees. Once more gives more time.
 */
export interface TalkItOver {
  type: "tie.talk";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  ballot: string;
  minutes?: number;
}
/**
 * One second vote, among what is level alone: blind, for the same people, with fewer dots.
 */
export interface VoteAgain {
  type: "tie.vote-again";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  ballot: string;
}
export interface DropWish {
  type: "wish.drop";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  wish: string;
}
export interface MakeWish {
  type: "wish.make";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
  how: "apart" | "together";
  people: string[];
}
/**
 * End the workshop and press its harvest.
 */
export interface CloseWorkshop {
  type: "workshop.close";
  /**
   * A UUID made by the sender (version 7 preferred). Sending the same id again is harmless.
   */
  id: string;
}
