import {
  type ExtraFigures,
  type ExtraFiguresGiven,
  extraDataAsked,
  extraDataFindings,
  extraDataView,
  type Facts,
  OWLS,
  type Person,
  type School,
} from '@owls/policy';
import { Temporal } from 'temporal-polyfill';
import { found, ok, type Route, refuse } from './routing.ts';
import { chance } from './trust.ts';

interface Given {
  readonly facts: () => Facts;
  readonly keep: (facts: Facts) => void;
  readonly person: Person;
  readonly now: Temporal.Instant;
}

/** Moments of the autumn at each of which every school that caused concern gave what it was asked. */
const GIVEN_AT = ['2026-09-08', '2026-09-22', '2026-10-06', '2026-11-03', '2026-11-17', '2026-11-27'];

/** What schools that cause concern gave in the autumn, of what is asked now and was then. */
export function extraDataKept(facts: Facts, schools: readonly School[]): readonly ExtraFigures[] {
  const kept = new Map<string, ExtraFigures>();
  for (const [turn, day] of GIVEN_AT.entries()) {
    const then = Temporal.Instant.from(`${day}T12:00:00Z`);
    for (const school of schools) {
      for (const { item, measures, due } of extraDataAsked(OWLS, OWLS.concerns, facts, school, then)) {
        const figure = (measure: string, max: number) => {
          if (max > 100) return Math.round(chance(school.urn, measure, turn) * 4);
          return (measure === 'attendance' ? 91 : 50 + Math.round(chance(school.urn, measure) * 20)) + turn / 2;
        };
        kept.set(`${school.urn}/${item.key}/${due}`, {
          ...{ urn: school.urn, item: item.key, due, by: `head-${school.urn}`, at: then.toString(), version: '"1"' },
          figures: Object.fromEntries(measures.map(({ key, max }) => [key, figure(key, max)])),
          says: turn === 3 ? 'Two families were away for all of the week before half term.' : '',
        });
      }
    }
  }
  return [...kept.values()];
}

/** The extra data of a school and giving it, as the service answers. */
export function exampleExtraData({ facts, keep, person, now }: Given): readonly Route[] {
  const view = (urn: string) => extraDataView(OWLS, facts(), person, urn, now);
  return [
    [/^GET \/api\/schools\/([^/]+)\/extra-data$/, ([urn = '']) => found(view(urn))],
    [
      /^PUT \/api\/schools\/([^/]+)\/extra-data\/([^/]+)\/([^/]+)$/,
      ([urn = '', item = '', due = ''], body) => {
        const { figures, says } = body as unknown as Pick<ExtraFiguresGiven, 'figures' | 'says'>;
        const given = { urn, item, due, figures, says };
        const school = facts().schools.find((one) => one.urn === urn);
        if (!school) return found(undefined);
        const findings = extraDataFindings(OWLS, OWLS.concerns, facts(), school, given, now);
        if (findings.length > 0) {
          const { status, body: refusal } = refuse(422, 'findings', findings[0]?.says ?? '');
          return { status, body: { ...(refusal as object), findings } };
        }
        const { records } = facts();
        const others = (records?.extraData?.given ?? []).filter(
          (one) => one.urn !== urn || one.item !== item || one.due !== due,
        );
        const written = { ...given, by: person.id, at: now.toString(), version: '"2"' };
        keep({ ...facts(), records: { ...records, extraData: { given: [...others, written] } } });
        return ok(view(urn));
      },
    ],
  ];
}
