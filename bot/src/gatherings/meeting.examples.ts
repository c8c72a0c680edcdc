/** A meeting of an example trust, with as much on it as is asked for. */
import {
  type GatheringsKept,
  gatheringView,
  type KeptAction,
  OWLS,
  POINT_KINDS,
  recordedGatherings,
} from '@owls/policy';
import { type ExampleTrust, NOW } from '../chat/trust.examples.ts';
import { meetingPlace, tabLink } from '../tab-link.ts';
import type { MeetingGiven } from './card-given.ts';

export const AT = '2026-12-04T09:00:00Z';

/** The trust's next meeting, with so many points of each kind, and as many actions. */
export function exampleMeeting(trust: ExampleTrust, many: number, text: string): MeetingGiven {
  const gatherings = recordedGatherings(OWLS, trust.facts.meetings).map((one) => ({ ...one, host: trust.school.urn }));
  const [first] = gatherings;
  if (!first) throw new RangeError('The example trust has no meeting.');
  const numbers = Array.from({ length: many }, (_, place) => place);
  const kept: GatheringsKept = {
    gatherings,
    minutes: [],
    delegates: [{ gathering: first.key, urn: trust.school.urn, names: [text], by: trust.head.id, at: AT }],
    apologies: [{ gathering: first.key, person: trust.clusterLeader.id, instead: text, because: text, at: AT }],
    sheets: [],
    areasFound: [],
    points: POINT_KINDS.flatMap((kind) =>
      numbers.map((place) => ({
        ...{ id: `${kind}-${place}`, meeting: first.key, kind, text: `${text} ${place}`, by: trust.ceo.id, at: AT },
        ...{ urn: trust.school.urn, version: '"1"' },
      })),
    ),
    actions: numbers.map((place) => ({
      ...ACTION,
      id: `action-${place}`,
      meeting: first.key,
      text: `${text} ${place}`,
    })),
  };
  const view = gatheringView(OWLS, trust.facts, kept, trust.ceo, first.key, NOW);
  if (!view) throw new RangeError('The CEO may open every meeting.');
  const link = tabLink({ endpoint: 'https://owls.example' }, meetingPlace(first.key));
  return { policy: OWLS, view, now: NOW, link, delivery: `agenda/${first.key}/${first.start}/${trust.ceo.id}` };
}

export const ACTION: KeptAction = {
  ...{ id: 'action-0', meeting: 'strategic/2026-27/1', text: 'Share the plan for writing', owner: 'p-head-100001' },
  ...{ by: '2026-12-11', version: '"1"' },
};
