// @ts-nocheck
import { CEO, CLUSTER_NORTH, facts, PEOPLE, person, trust } from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import type { Gathering, RecordedGathering } from './gathering.ts';
import type { GatheringDefinition, GatheringsPolicy } from './gatherings-policy.ts';
import { occurrences } from './occurrences.ts';
import { OWLS_GATHERINGS } from './owls-gatherings.ts';

/** Examples the tests of this folder share: the made-up trust with a board, and its year of gatherings. */
export const YEAR = '2026-27';
export const CHAIR = person('p-chair', 'Beatrice Holm', ['chair', trust], ['director', trust]);
export const FULL = facts({ people: [...PEOPLE, CHAIR] });
/** Planned anew each time: by a policy that nobody has asked yet. */
export const planned = (): readonly Gathering[] => occurrences({ ...OWLS }, OWLS_GATHERINGS, FULL, YEAR);

/** OWLS's policy with only these kinds, each changed as told. */
export function only(
  kinds: readonly string[],
  change: (definition: GatheringDefinition) => GatheringDefinition = (same) => same,
): GatheringsPolicy {
  return {
    ...OWLS_GATHERINGS,
    gatherings: OWLS_GATHERINGS.gatherings.filter(({ kind }) => kinds.includes(kind)).map(change),
  };
}

/** An agreed improvement team meeting on Wednesday 9 September 2026, changed as told. */
export function agreedGathering(other: Partial<RecordedGathering> = {}): RecordedGathering {
  return {
    key: 'improvement-team/2026-27/1',
    kind: 'improvement-team',
    rule: 'M9',
    year: YEAR,
    number: 1,
    title: 'School improvement team',
    start: '2026-09-09T09:00',
    end: '2026-09-09T10:30',
    place: 'Trust office and online',
    attendees: [CEO.id, CLUSTER_NORTH.id],
    sentBySchools: [],
    reminderMinutes: 1440,
    agenda: ['Schools: what is new'],
    state: 'in calendars',
    version: '1',
    ...other,
  };
}
