/** The ways to record what the trust decides and does, topic by topic. Reading is by the facts. */
import type {
  AgreementAnswer,
  AnalysisAction,
  AnalysisRecord,
  ArrangedGathering,
  AssessmentGiven,
  AssessmentRecord,
  CalendarJob,
  CategoryCode,
  CollectionStep,
  Delegates,
  ExportMapping,
  ExtraFigures,
  ExtraFiguresGiven,
  GatheringsKept,
  HalfTermId,
  ImportPlan,
  Inspection,
  InspectionGiven,
  Judgement,
  JudgementPart,
  KeptAction,
  MadeMove,
  MeetingAnswer,
  MeetingPoint,
  MinutesSheet,
  NeedWritten,
  PeerReview,
  RecordedMeeting,
  SoapContent,
  SoapDraft,
  SoapReturn,
  Target,
  TargetsForBoard,
} from '@owls/policy';
import type { AssessmentId } from './assessments/rows.ts';
import type { Coming } from './gatherings/rows.ts';
import type { CalendarFeed } from './meetings/feed-rows.ts';
import type { By } from './writes.ts';

export type DraftContent = SoapContent;

export interface SoapStore {
  /** Saves the draft of the next revision. `version` is the draft's the person saw, undefined if they saw none. Throws Conflict<SoapDraft>. */
  saveDraft(
    urn: string,
    halfTerm: HalfTermId,
    content: DraftContent,
    version: string | undefined,
    by: By,
  ): Promise<SoapDraft>;
  /** Makes the draft the school's return: its rows first, the header last. Idempotent for the same draft version. Throws Conflict<SoapDraft>. */
  submit(draft: SoapDraft, by: By): Promise<SoapReturn>;
  /**
   * Takes the newest return back: it counts no more, and its figures are the next draft, unless somebody had begun one.
   * Done again it is no trouble. Throws Conflict where another was sent since.
   */
  takeBack(sent: Pick<SoapReturn, 'urn' | 'halfTerm' | 'revision'>, because: string, by: By): Promise<SoapDraft>;
}

/** Which columns of a school's export mean what: the last that was used holds. */
export interface MappingStore {
  of(urn: string): ExportMapping | undefined;
  keep(urn: string, mapping: ExportMapping, by: By): Promise<void>;
}

export interface JudgementStore {
  propose(
    urn: string,
    halfTerm: HalfTermId,
    category: CategoryCode,
    because: string,
    version: string | undefined,
    by: By,
  ): Promise<Judgement>;
  validate(
    urn: string,
    halfTerm: HalfTermId,
    category: CategoryCode,
    why: string | undefined,
    version: string | undefined,
    by: By,
  ): Promise<Judgement>;
  /** Leaves the school without the part of its judgement. Done again it is no trouble. Throws Conflict<Judgement>. */
  takeBack(
    part: JudgementPart,
    urn: string,
    halfTerm: HalfTermId,
    version: string | undefined,
    by: By,
  ): Promise<Judgement>;
}

/** What schools answer to their categories (M25). */
export interface AgreementStore {
  answer(given: Omit<AgreementAnswer, 'id' | 'by' | 'at'>, by: By): Promise<void>;
}

/** What is done about a collection beside the returns. */
export interface CollectionStore {
  /** Adds steps, all with the same time, the first first. */
  add(steps: readonly Omit<CollectionStep, 'id' | 'by' | 'at'>[], by: By): Promise<void>;
}

/** What others saw of schools from outside (M28). */
export interface InspectionStore {
  /**
   * Records it, or corrects the one with its id: `version` is that one's as the person saw it, undefined for a new one.
   * Sent again it is no trouble. Throws Conflict<Inspection>.
   */
  save(given: InspectionGiven, version: string | undefined, by: By): Promise<Inspection>;
  /** Takes out what was recorded by mistake; one that is gone already is no trouble. Throws Conflict<Inspection>. */
  remove(id: string, version: string, by: By): Promise<void>;
}

/** Outcomes of national assessments and of the baseline (M16, M17). */
export interface AssessmentStore {
  /** Records the outcome, or corrects it: `version` as the person saw it. Sent again it is no trouble. Throws Conflict<AssessmentRecord>. */
  save(given: AssessmentGiven, version: string | undefined, by: By): Promise<AssessmentRecord>;
  /** Takes the outcome out, `version` as the person saw it; one that is gone is no trouble. Throws Conflict<AssessmentRecord>. */
  remove(id: AssessmentId, why: string, version: string, by: By): Promise<void>;
}

/** Extra data of schools that cause concern (M19). */
export interface ExtraDataStore {
  /** Records it, or corrects it: `version` as the person saw it. Sent again it is no trouble. Throws Conflict<ExtraFigures>. */
  save(given: ExtraFiguresGiven, version: string | undefined, by: By): Promise<ExtraFigures>;
}

/** Heads' analyses of results (M18). Each change is of what the person saw, by `version`; sent again it is no trouble. */
export interface AnalysisStore {
  /** What a head sees in a need. Throws Conflict. */
  writeNeed(
    of: Pick<AnalysisRecord, 'urn' | 'year'>,
    given: Pick<NeedWritten, 'area' | 'name' | 'explained' | 'says'>,
    version: string | undefined,
    by: By,
  ): Promise<void>;
  /** Throws Conflict. */
  removeNeed(of: Pick<AnalysisRecord, 'urn' | 'year'>, area: string, version: string, by: By): Promise<void>;
  /** Throws Conflict, and for an id of another's action. */
  saveAction(
    of: Pick<AnalysisRecord, 'urn' | 'year'>,
    given: Omit<AnalysisAction, 'version' | 'meeting' | 'urn'>,
    version: string | undefined,
    by: By,
  ): Promise<void>;
  removeAction(of: Pick<AnalysisRecord, 'urn' | 'year'>, action: string, version: string, by: By): Promise<void>;
  /** Sends the analysis, or takes it back to change it. Throws Conflict. */
  send(of: Pick<AnalysisRecord, 'urn' | 'year'>, sent: boolean, version: string | undefined, by: By): Promise<void>;
}

export interface MeetingStore {
  /** Notes the events that were made, many at once (one $batch a twenty). */
  inCalendars(
    made: readonly { readonly key: string; readonly eventId: string; readonly chat: string | undefined }[],
  ): Promise<void>;
  recorded(): readonly RecordedMeeting[];
  /**
   * Writes down what calendars hold now, many at once (one $batch a twenty), with how far the job is. What is so already
   * costs nothing.
   */
  note(changes: readonly MeetingChange[], beside?: { readonly by?: By; readonly job?: CalendarJob }): Promise<void>;
}

/** A change of a meeting's row after the calendar was changed, or was seen to have changed. */
export type MeetingChange =
  /** Its event was made; `start` and `end` are the event's. */
  | {
      readonly did: 'made';
      readonly meeting: ArrangedGathering;
      readonly eventId: string;
      readonly chat: string | undefined;
      readonly again: number;
    }
  | { readonly did: 'changed'; readonly meeting: ArrangedGathering }
  | { readonly did: 'cancelled'; readonly key: string }
  /** The plan no longer asks for it. */
  | { readonly did: 'taken out'; readonly key: string }
  | { readonly did: 'moved'; readonly key: string; readonly start: string; readonly end: string }
  | { readonly did: 'answered'; readonly key: string; readonly answers: readonly MeetingAnswer[] }
  /** Its event has this chat in Teams. */
  | { readonly did: 'chat'; readonly key: string; readonly chat: string }
  /** Its event is gone from the organiser's calendar, and nobody said so here. */
  | { readonly did: 'gone'; readonly key: string }
  /** The answer to that: it is to be made anew. */
  | { readonly did: 'put back'; readonly key: string; readonly again: number };

/** What planning needs beside the meetings themselves. */
export interface PlanningStore {
  /** All moves in the order made, those taken back included. */
  moves(): readonly MadeMove[];
  move(made: readonly Pick<MadeMove, 'key' | 'start' | 'end' | 'host' | 'where'>[], by: By): Promise<MadeMove[]>;
  undo(move: MadeMove, by: By): Promise<void>;
  /** A year's jobs, first to last. */
  jobs(year: string): readonly CalendarJob[];
  running(): readonly CalendarJob[];
  /** Throws Duplicate where another planner was first. */
  begin(job: CalendarJob, by: By): Promise<CalendarJob>;
  noteJob(job: CalendarJob): Promise<void>;
  feeds(): readonly CalendarFeed[];
  /** Gives the person a link in place of the one they had. */
  giveFeed(feed: CalendarFeed, by: By): Promise<void>;
  endFeed(person: string, by: By): Promise<void>;
}

/** What meetings come to. Each save throws Conflict with what stands there where the row is not as the person saw it. */
export interface GatheringStore {
  kept(): GatheringsKept;
  /** What people last said about coming, those who come after all included. */
  comings(): readonly Coming[];
  /** The id is the writer's own, so that the same point sent again is the same row. */
  savePoint(
    point: Pick<MeetingPoint, 'id' | 'meeting' | 'kind' | 'text' | 'urn'>,
    version: string | undefined,
    by: By,
  ): Promise<MeetingPoint>;
  /** One that is gone already is no trouble. */
  removePoint(id: string, version: string, by: By): Promise<void>;
  saveSheet(
    sheet: Pick<MinutesSheet, 'gathering' | 'state' | 'attended' | 'because'>,
    title: string,
    version: string | undefined,
    by: By,
  ): Promise<MinutesSheet>;
  saveAction(action: Omit<KeptAction, 'version'>, version: string | undefined, by: By): Promise<KeptAction>;
  /** One tap: sets the day it was done, or that it is not, and leaves whatever else was changed about it. */
  markDone(action: KeptAction, done: string | undefined, by: By): Promise<KeptAction>;
  saveDelegates(given: Pick<Delegates, 'gathering' | 'urn' | 'names'>, by: By): Promise<Delegates>;
  saveComing(
    given: Pick<Coming, 'gathering' | 'person' | 'state' | 'instead' | 'because'>,
    /** As it stands when it is said. */
    meeting: Pick<RecordedMeeting, 'title' | 'start'>,
    by: By,
  ): Promise<Coming>;
  /** Notes that the events of these say what was said. */
  inCalendar(told: readonly Coming[]): Promise<void>;
}

/** Agreed peer reviews (M32); what stands on record is part of the facts. */
export interface PeerReviewStore {
  /**
   * Keeps reviews as agreed, `school` being the school's name and `version` the row's that was seen, undefined for none.
   * Throws Conflict where somebody else was first with any of them; the message says how many were kept.
   */
  agree(
    agreed: readonly {
      readonly review: PeerReview;
      readonly school: string;
      readonly version: string | undefined;
    }[],
    by: By,
  ): Promise<void>;
  /**
   * Takes back what was agreed, as the person saw it; one that is withdrawn already is no trouble. Throws Conflict where
   * it is not as they saw it.
   */
  withdraw(review: PeerReview, because: string, version: string, by: By): Promise<void>;
  /**
   * Ticks a step of the review's protocol on a day, or takes the tick back (undefined), and leaves whatever else was
   * changed about it. Whoever ticked first stays. Throws Conflict where the review does not stand any more.
   */
  tick(review: PeerReview, step: string, on: string | undefined, by: By): Promise<void>;
}

/** Targets and what the board answers (M20-M22): steps are only added. Each throws Conflict where another was first. */
export interface TargetStore {
  /** Adds the last revision of each: with all that the person saw before it. */
  step(targets: readonly Target[], did: string, by: By): Promise<void>;
  /** Puts the trust's targets to the board, after what was put before in that year (`before` is their number). */
  put(forBoard: TargetsForBoard, before: number, by: By): Promise<void>;
  /** Once a person and put; again is no trouble. */
  approve(forBoard: TargetsForBoard, by: By): Promise<void>;
  /** Takes the person's standing approval back. Throws Conflict where others approved, or took back, since. */
  takeBack(forBoard: TargetsForBoard, by: By): Promise<void>;
  ask(forBoard: TargetsForBoard, says: string, by: By): Promise<void>;
  /** Answers the question at this place. */
  answer(forBoard: TargetsForBoard, place: number, says: string, by: By): Promise<void>;
}

export interface ImportStore {
  /** Creates and updates schools and results in batches; reports progress 0..1. Re-running the same plan changes nothing. */
  apply(
    plan: ImportPlan,
    by: By,
    progress: (done: number, total: number) => void,
  ): Promise<{ readonly created: number; readonly updated: number; readonly results: number }>;
}
