/** What the tab's API answers: plain data, figures with the moment they are from, already cut to what the reader may see. */

import type { Decision } from '../access/access.ts';
import type { AcademicYear, HalfTerm, HalfTermId } from '../calendar/half-term.ts';
import type { Agreement } from '../categorisation/agreement.ts';
import type { Judgement, Suggestion } from '../categorisation/judgement.ts';
import type { RoundState } from '../categorisation/round.ts';
import type { JudgementPart } from '../categorisation/taking-back.ts';
import type { SaidStep } from '../collection/collection-step.ts';
import type { SaidTakenBack } from '../collection/taken-back.ts';
import type { PublishedResult } from '../imports/published-result.ts';
import type { Meeting, RecordedMeeting } from '../meetings/meeting.ts';
import type { CollectionState } from '../soap/collection.ts';
import type { SoapContent } from '../soap/content.ts';
import type { Finding, SoapDraft, SoapReturn } from '../soap/return.ts';
import type { StandingTarget } from '../targets/content-beside.ts';
import type { StartingFigure } from '../targets/proposal.ts';
import type { TargetCell, TargetFigures, TargetState } from '../targets/target.ts';
import type { TrustTarget } from '../targets/trust-targets.ts';
import type { Trajectory } from '../trajectory/trajectory.ts';
import type { Person, Role } from '../trust/people.ts';
import type { School, YearGroup } from '../trust/school.ts';

export interface MeView {
  readonly person: Person;
  readonly trust: string;
  /** ISO instant: the tenant's time. */
  readonly now: string;
  readonly halfTerm: HalfTerm | undefined;
  /** Schools the person heads. */
  readonly ownSchools: readonly {
    readonly urn: string;
    readonly name: string;
    /** Half terms beside the running one whose returns are taken from the school now, the newest first: opened again, or sent back. */
    readonly alsoOpen: readonly HalfTermId[];
  }[];
  readonly may: { readonly [action: string]: boolean };
}

/** Where one school's return of a half term stands. */
export interface ReturningSchool {
  readonly urn: string;
  readonly name: string;
  /** Its head's name; empty where none is on record. */
  readonly head: string;
  readonly state: CollectionState;
  readonly submittedAt?: string;
  readonly revision?: number;
  /** Who took the return back, while it has not been sent again. */
  readonly takenBack?: SaidTakenBack;
  /** Reminders that reached the head this half term, nudges included. */
  readonly reminders: number;
}

export interface DashboardView {
  readonly halfTerm: HalfTerm;
  /** ISO instant of the facts. */
  readonly asOf: string;
  readonly collection: {
    readonly opens: string;
    readonly due: string;
    readonly closes: string;
    readonly returned: number;
    readonly total: number;
    readonly schools: readonly ReturningSchool[];
  };
  /** Latest committed figure of each school and measure, weighted by pupils over its year groups. */
  readonly heatMap: {
    readonly measures: readonly { readonly key: string; readonly name: string }[];
    readonly rows: readonly {
      readonly urn: string;
      readonly name: string;
      readonly cells: readonly HeatCell[];
      readonly from: HalfTermId | undefined;
    }[];
    /** Weighted over all schools. */
    readonly trust: readonly HeatCell[];
  };
  readonly categories: {
    readonly round: RoundState;
    readonly matrix: readonly {
      readonly code: string;
      readonly name: string;
      readonly schools: readonly {
        readonly urn: string;
        readonly name: string;
        readonly was?: string;
        readonly move: 'up' | 'down' | 'same' | 'new';
      }[];
    }[];
    readonly atRisk: number;
  };
  readonly next: readonly Meeting[];
  /** Sentences of what needs the reader, most urgent first, each with where to go. */
  readonly attention: readonly {
    readonly says: string;
    readonly to: string;
    readonly level: 'urgent' | 'soon' | 'info';
  }[];
}
export interface HeatCell {
  readonly measure: string;
  /** Undefined: nobody gave a figure, or it is hidden because the cohort is small. */
  readonly value?: number;
  readonly hidden?: boolean;
  readonly pupils: number;
  readonly change?: number;
  readonly band?: 'strong' | 'secure' | 'concern';
}

/** How the agreement with a school on a term's category stands, with the last answer (M25). */
export interface AgreementView extends Omit<Agreement, 'last'> {
  readonly answer?: {
    readonly by: string;
    readonly at: string;
    readonly category: string;
    readonly agrees: boolean;
    readonly because: string;
  };
  /** Whether the reader may answer for the school. */
  readonly mayAnswer: boolean;
}

export interface CategoriesView {
  readonly asOf: string;
  readonly round: RoundState;
  readonly scale: readonly {
    readonly code: string;
    readonly name: string;
    readonly ofsted: number;
    readonly heading: string;
    readonly support: string;
  }[];
  readonly schools: readonly {
    readonly urn: string;
    readonly name: string;
    readonly cluster: string;
    readonly ofsted?: number;
    readonly last?: string;
    readonly suggestion: Suggestion;
    /** What visits say of it, a sentence each, for those who propose or validate; left out where that is nothing. */
    readonly visits?: readonly string[];
    readonly judgement?: Judgement;
    readonly proposedByName?: string;
    readonly validatedByName?: string;
    /** Codes that can be chosen for this school. */
    readonly choices: readonly string[];
    readonly mayPropose: boolean;
    readonly mayValidate: boolean;
    /** What of the judgement this reader can take back now. */
    readonly mayTakeBack?: JudgementPart;
    /** How the agreement with the school stands, once it is validated and while no later round of the term is. */
    readonly agreement?: AgreementView;
  }[];
}

export interface SchoolView {
  readonly asOf: string;
  readonly school: School;
  readonly head?: Person;
  readonly latest?: SoapReturn;
  readonly previous?: SoapReturn;
  /** One point a half term and measure, oldest first, weighted by pupils over the school's year groups. */
  readonly history: readonly { readonly halfTerm: HalfTermId; readonly figures: Readonly<Record<string, number>> }[];
  readonly categories: readonly {
    readonly halfTerm: HalfTermId;
    readonly category: string;
    readonly by: string;
    readonly at: string;
    readonly why?: string;
  }[];
  /** Whether the school agrees with its newest term's category, for those who see categories in full (M25). */
  readonly agreement?: AgreementView;
  readonly results: readonly PublishedResult[];
  /** Where the running year is heading, for those who read the school in full (M1, M23). */
  readonly trajectories: readonly Trajectory[];
  readonly measures: readonly {
    readonly key: string;
    readonly name: string;
    readonly unit: string;
    readonly years?: readonly YearGroup[];
  }[];
  /** The pupil groups the school is asked for; those hidden from this reader so that no few children stand out say so. */
  readonly groups: readonly { readonly key: string; readonly name: string; readonly hidden?: true }[];
  /** Keys of the measures that groups are asked for. */
  readonly groupMeasures: readonly string[];
  /** Cells hidden from this reader because the cohort is small, as `year/measure`. */
  readonly hidden: readonly string[];
  /** Whether the reader reads its returns in full, and the analysis of its results (M1). */
  readonly inFull: boolean;
  /** Whether its targets and other records are open to the reader (M1). */
  readonly recordsOpen: boolean;
  /** What the trust does not share with this reader (M1). */
  readonly withheld: readonly ('figures' | 'category' | 'comment')[];
}

export interface SoapFormView {
  readonly asOf: string;
  readonly school: School;
  readonly halfTerm: HalfTerm;
  readonly state: CollectionState;
  readonly open: boolean;
  /** Who sent the newest return back, and what is to be looked at (M15). */
  readonly sentBack?: SaidStep;
  /** Who took the return back, while it has not been sent again. */
  readonly takenBack?: SaidTakenBack;
  /** Why it is open or closed outside the policy's window (M14). */
  readonly word?: SaidStep;
  readonly opens: string;
  readonly due: string;
  /** When it closes or closed; not there while the office has opened it again, which has no end of its own. */
  readonly closes?: string;
  /** What the form shows at first: the draft, else what was submitted, else last half term's figures. */
  readonly start: SoapContent;
  readonly draft?: SoapDraft;
  readonly submitted?: SoapReturn;
  readonly last?: SoapReturn;
  /** What is signed off for the year, to be shown beside the fields (M20). */
  readonly targets: readonly StandingTarget[];
  readonly findings: readonly Finding[];
  readonly may: Decision;
  /** Whether what was sent can be taken back now. */
  readonly mayTakeBack: boolean;
}

export interface MeetingsView {
  readonly asOf: string;
  readonly year: string;
  /** What stands in the Meetings list. */
  readonly recorded: readonly RecordedMeeting[];
}

export interface PeopleView {
  readonly asOf: string;
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly roles: readonly { readonly role: Role; readonly where: string }[];
    /** Whether the bot can write to the person, and if not why. */
    readonly reach: 'reachable' | 'not installed' | 'blocked';
  }[];
}

/** A target with what it starts from, how it came about, and what the reader may do with it. */
export interface SchoolTarget extends TargetCell {
  /** "Maths in Year 3"; and the measure alone. */
  readonly name: string;
  readonly measureName: string;
  readonly better: 'higher' | 'lower';
  readonly pupils?: number;
  /** What the starting point would make it; without figures where nothing is known of these pupils. */
  readonly filled: { readonly start?: StartingFigure; readonly figures?: TargetFigures; readonly why: string };
  readonly state: 'missing' | TargetState;
  /** As last proposed, agreed or signed off. */
  readonly latest?: TargetFigures;
  /** What is signed off and holds now. */
  readonly standing?: TargetFigures;
  /** Oldest first; `by` are names. */
  readonly history: readonly (TargetFigures & {
    readonly state: TargetState;
    readonly by: readonly string[];
    readonly at: string;
    readonly why: string;
  })[];
  readonly trajectory?: Trajectory;
  readonly can: {
    readonly propose: boolean;
    readonly raise: boolean;
    readonly agree: boolean;
    readonly signOff: boolean;
  };
}

export interface SchoolTargetsView {
  readonly asOf: string;
  readonly year: AcademicYear;
  readonly school: { readonly urn: string; readonly name: string };
  readonly heads: readonly string[];
  /** Why nothing can be set any more, in a sentence. */
  readonly closed?: string;
  readonly targets: readonly SchoolTarget[];
}

/** How far a school's targets are, in numbers of targets. */
export interface SchoolTargetsState {
  readonly urn: string;
  readonly name: string;
  readonly cluster: string;
  readonly of: number;
  /** Whether the reader proposes for it. */
  readonly own: boolean;
  readonly missing: number;
  readonly proposed: number;
  readonly agreed: number;
  readonly signedOff: number;
  /** Signed off, with higher figures proposed. */
  readonly raising: number;
  readonly changedAt?: string;
}

export interface NamedTrustTarget extends TrustTarget {
  readonly name: string;
  readonly measureName: string;
  readonly better: 'higher' | 'lower';
}

/** The trust's targets: as the schools' make them now, and as they were put to the board, the latest first (M22). */
export interface BoardTargetsView {
  readonly now: readonly NamedTrustTarget[];
  readonly puts: readonly {
    /** 1 for the first of the year. */
    readonly number: number;
    readonly by: string;
    readonly at: string;
    readonly targets: readonly NamedTrustTarget[];
    readonly approvals: readonly { readonly by: string; readonly at: string }[];
    /** Approvals that were taken back, oldest first: who, by name, when it was given and when taken back. */
    readonly takenBack: readonly { readonly by: string; readonly approvedAt: string; readonly at: string }[];
    readonly questions: readonly {
      readonly by: string;
      readonly at: string;
      readonly says: string;
      readonly answer?: { readonly by: string; readonly at: string; readonly says: string };
    }[];
    readonly approved: boolean;
    readonly says: string;
  }[];
  readonly quorum: number;
  /** Names of the members of the board who have not approved what was put last. */
  readonly waiting: readonly string[];
  /** Whether the schools' targets make others now than were put last. */
  readonly changed: boolean;
  /** Whether an approval given now could be taken back, in a sentence. */
  readonly approvalStays: string;
  readonly may: {
    readonly put: boolean;
    readonly approve: boolean;
    /** Their own approval of what was put last. */
    readonly takeBack: boolean;
    readonly ask: boolean;
    readonly answer: boolean;
  };
}

export interface TargetsView {
  readonly asOf: string;
  readonly year: AcademicYear;
  /** The running year and those with targets on record. */
  readonly years: readonly AcademicYear[];
  readonly schools: readonly SchoolTargetsState[];
  /** For those who read what goes to the board. */
  readonly board?: BoardTargetsView;
}
