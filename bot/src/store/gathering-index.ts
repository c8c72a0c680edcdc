/** What is kept of meetings as the replicas stand now; the same objects until one of its own lists changes. */
import {
  type AnalysisRecord,
  areasFoundBy,
  type Delegates,
  type GatheringsKept,
  type KeptAction,
  type MeetingPoint,
  type MinutesSheet,
  minutesOf,
  type RecordedMeeting,
  recordedGatherings,
  standingActions,
  type TrustPolicy,
} from '@owls/policy';
import { type Coming, readAction, readComing, readDelegates, readPoint, readSheet } from '../gatherings/rows.ts';
import type { RowProblem } from '../world.ts';
import type { listsOf } from './lists.ts';
import { Projection } from './projection.ts';
import type { Replicas } from './replicas.ts';

export class GatheringIndex {
  readonly sheets: Projection<MinutesSheet>;
  readonly points: Projection<MeetingPoint>;
  readonly actions: Projection<KeptAction>;
  readonly delegates: Projection<Delegates>;
  readonly comings: Projection<Coming>;
  readonly #policy: TrustPolicy;
  readonly #meetings: Projection<RecordedMeeting>;
  readonly #analyses: () => readonly AnalysisRecord[];
  #kept: { readonly from: readonly unknown[]; readonly kept: GatheringsKept } | undefined;

  constructor(
    policy: TrustPolicy,
    lists: ReturnType<typeof listsOf>,
    replicas: Replicas,
    meetings: Projection<RecordedMeeting>,
    /** Of one that is not sent the actions are a draft's, and nobody's yet. */
    analyses: () => readonly AnalysisRecord[],
  ) {
    const { timeZone } = policy.trust;
    this.#policy = policy;
    this.#meetings = meetings;
    this.#analyses = analyses;
    this.sheets = new Projection(lists.minutes, replicas.minutes, timeZone, readSheet);
    this.points = new Projection(lists.meetingPoints, replicas.meetingPoints, timeZone, readPoint);
    this.actions = new Projection(lists.actions, replicas.actions, timeZone, readAction);
    this.delegates = new Projection(lists.delegates, replicas.delegates, timeZone, readDelegates);
    this.comings = new Projection(lists.apologies, replicas.apologies, timeZone, readComing);
  }

  kept(): GatheringsKept {
    const [meetings, sheets, points] = [this.#meetings.values(), this.sheets.values(), this.points.values()];
    const [actions, delegates, comings] = [this.actions.values(), this.delegates.values(), this.comings.values()];
    const analyses = this.#analyses();
    const from = [meetings, sheets, points, actions, delegates, comings, analyses];
    if (this.#kept === undefined || from.some((part, at) => part !== this.#kept?.from[at])) {
      const gatherings = recordedGatherings(this.#policy, meetings);
      const kept: GatheringsKept = {
        ...{ gatherings, actions: standingActions(actions, analyses), delegates, points, sheets },
        minutes: minutesOf(gatherings, sheets, points),
        areasFound: areasFoundBy(gatherings, sheets, points),
        apologies: comings.filter(({ state }) => state === 'cannot come'),
      };
      this.#kept = { from, kept };
    }
    return this.#kept.kept;
  }

  problems(): readonly RowProblem[] {
    return [this.sheets, this.points, this.actions, this.delegates, this.comings].flatMap((list) => list.problems());
  }
}
