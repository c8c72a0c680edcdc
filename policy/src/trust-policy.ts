import type { AccessPolicy } from './access/access-policy.ts';
import type { AcademicYear, HalfTermName } from './calendar/half-term.ts';
import type { ConcernsPolicy } from './concerns/concerns-policy.ts';
import type { AgendaSource, GatheringsPolicy } from './gatherings/gatherings-policy.ts';
import type { GroupsPolicy } from './groups/groups-policy.ts';
import type { InspectionsPolicy } from './inspections/inspections-policy.ts';
import type { NationalPolicy } from './national/national-policy.ts';
import type { OutsidePolicy } from './outside/outside-policy.ts';
import type { PeerReviewPolicy } from './peer-review/peer-review-policy.ts';
import type { PlansPolicy } from './plans/plans-policy.ts';
import type { ReportsPolicy } from './reports/reports-policy.ts';
import type { SupportPolicy } from './support/support-policy.ts';
import type { TargetsPolicy } from './targets/targets-policy.ts';
import type { Role } from './trust/people.ts';
import type { OfstedGrade, YearGroup } from './trust/school.ts';
import type { VisitsPolicy } from './visits/visits-policy.ts';

/** What a trust may set for itself. `owls.ts` holds OWLS's values; `loadPolicy` checks any other's. */
export interface TrustPolicy {
  readonly trust: { readonly name: string; readonly shortName: string; readonly timeZone: string };
  readonly calendar: { readonly years: readonly AcademicYearPolicy[]; readonly bankHolidays: readonly string[] };
  readonly meetings: readonly MeetingPolicy[];
  readonly soap: SoapPolicy;
  readonly categorisation: CategorisationPolicy;
  /** Wall-clock times of school days at which people are asked for what they owe, in order. */
  readonly asking: { readonly times: readonly string[] };
  /** The meetings beside the cadence of heads (M6-M12). */
  readonly gatherings: GatheringsPolicy;
  readonly concerns: ConcernsPolicy;
  /** Core visits, their focus and checks, performance management (M29-M31, M39). */
  readonly visits: VisitsPolicy;
  /** Targets and key performance indicators (M20-M23). */
  readonly targets: TargetsPolicy;
  /** Routes to support and its money (M33, M34). */
  readonly support: SupportPolicy;
  /** When reports are due (M40-M44). */
  readonly reports: ReportsPolicy;
  /** The yearly peer review and its protocol (M32). */
  readonly peerReview: PeerReviewPolicy;
  /** Priorities, good practice, talks, development of people, linked documents (M45-M47, M49). */
  readonly outside: OutsidePolicy;
  /** National averages, assessments of the year and names that change (M16-M18). */
  readonly national: NationalPolicy;
  /** The frameworks of inspection and what of the scale each outcome means (M24, M28). */
  readonly inspections: InspectionsPolicy;
  readonly plans: PlansPolicy;
  /** Who may do what, and what schools see of each other (M1). */
  readonly access: AccessPolicy;
}

/** Term dates as ISO dates, first and last school day of each half term (M3). */
export interface AcademicYearPolicy {
  readonly year: AcademicYear;
  readonly halfTerms: readonly { readonly name: HalfTermName; readonly from: string; readonly to: string }[];
  readonly insetDays: readonly string[];
}

/** A meeting with a cadence in term time (M4, M5). */
export interface MeetingPolicy {
  readonly kind: string;
  readonly rule: string;
  readonly title: string;
  readonly everyWeeks: number;
  /** The week of the academic year in which the first one takes place; 1 is the week that school begins. */
  readonly firstWeek: number;
  /** 1 = Monday. Wall-clock time in the trust's time zone. */
  readonly weekday: number;
  readonly time: string;
  readonly minutes: number;
  readonly reminderMinutes: number;
  readonly chair: Role;
  readonly attendees: readonly Role[];
  /** `rotating`: hosted in schools in turn, fairly. Otherwise a fixed place. */
  readonly host: 'rotating' | { readonly place: string };
  readonly agenda: readonly string[];
  /** What an item of the agenda is filled from when the meeting comes near, by the item's title. */
  readonly agendaFrom?: Readonly<Record<string, AgendaSource>>;
}

export interface Measure {
  /** Key in code and in cards; also the base of its column's internal name. */
  readonly key: string;
  /** What people read, for example "Reading". It is the column's display name. */
  readonly name: string;
  readonly unit: '%' | 'count';
  /** Year groups it is asked of; undefined for a whole-school measure. */
  readonly years?: readonly YearGroup[];
  /** Keys it can't be above, for example reading-writing-maths of its subjects. */
  readonly within?: readonly string[];
  /** Key of the published Key Stage 2 measure it can be held against. */
  readonly published?: string;
  /** Whether a higher figure is better. */
  readonly better: 'higher' | 'lower';
  readonly max: number;
  /** A figure below this is believed only with a comment (M15). */
  readonly improbableBelow?: number;
}

/** A step of the return, as the head meets it: a page of the card. */
export interface SoapStep {
  readonly key: string;
  readonly title: string;
  /** Year groups whose measures it asks; a school without any of them skips the step. */
  readonly years?: readonly YearGroup[];
  /** Whole-school measures it asks. */
  readonly school?: readonly string[];
  /** Whether it asks for the pupil groups. */
  readonly groups?: true;
  /** Text fields it asks. */
  readonly texts?: readonly ('comment' | 'nextSteps')[];
}

export interface SoapPolicy {
  readonly measures: readonly Measure[];
  readonly steps: readonly SoapStep[];
  /** The pupil groups it asks for; left out where none are asked. */
  readonly groups?: GroupsPolicy;
  /** Offsets in days from the half term's last school day (0), at wall-clock times. */
  readonly window: { readonly opens: DayOffset; readonly due: DayOffset; readonly closes: DayOffset };
  /** Reminders to the head; days from the due date, negative before it. */
  readonly reminders: readonly DayOffset[];
  /** Escalation of overdue returns; days from the due date. */
  readonly escalations: readonly (DayOffset & { readonly to: Role })[];
  /** A change of more percentage points than this since last time needs a comment (M15). */
  readonly plausibleJump: number;
  /** Figures of cohorts smaller than this are hidden from those who read other schools (M15). */
  readonly suppressBelow: number;
  /** On-track bands of the heat map, lower bounds in %: at or above `strong`, at or above `secure`, else `concern`. */
  readonly bands: { readonly strong: number; readonly secure: number };
}
export interface DayOffset {
  readonly days: number;
  readonly at: string;
}

export interface CategoryPolicy {
  readonly code: string;
  readonly ofsted: OfstedGrade;
  readonly heading: 'better' | 'in line' | 'at risk';
  readonly name: string;
  /** What support follows, in a sentence. */
  readonly support: string;
}
/** When a figure counts as evidence for or against a school. The bands of the return hold for attainment. */
interface EvidencePolicy {
  /** Percentage points beyond a band's edge at which attainment counts double. */
  readonly margin: number;
  /** A change since the last return of as many percentage points or more is a trend. */
  readonly trend: number;
  /** Whole-school measures, by key, that speak against a school when they are worse than this. */
  readonly concern: Readonly<Record<string, number>>;
}

export interface CategorisationPolicy {
  readonly scale: readonly CategoryPolicy[];
  /** Offsets in days from the half term's last school day. */
  readonly round: {
    readonly opens: DayOffset;
    readonly proposalsDue: DayOffset;
    readonly validationsDue: DayOffset;
    readonly summaryAt: DayOffset;
  };
  /** What the suggestion weighs (M27). */
  readonly evidence: EvidencePolicy;
  /** How names of schools appear in the channel's summary. */
  readonly summary: { readonly nameSchools: 'none' | 'moved' | 'all' };
}
