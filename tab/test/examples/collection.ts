import {
  access,
  type CollectionStep,
  checkStep,
  collectionView,
  type Facts,
  latestReturn,
  OWLS,
  type Person,
} from '@owls/policy';
import type { Temporal } from 'temporal-polyfill';
import { found, ok, type Route, refuse } from './routing.ts';

interface Given {
  readonly facts: () => Facts;
  readonly keep: (facts: Facts) => void;
  readonly person: Person;
  readonly now: Temporal.Instant;
}

/** The same facts after the office opened last half term's round again. */
export function withReopened(facts: Facts): Facts {
  const reopen: CollectionStep = {
    ...{ id: 'step-0', halfTerm: '2026-27/autumn-1', step: 'reopen', note: 'Two schools found a slip.' },
    ...{ by: facts.people[0]?.id ?? '', at: '2026-12-09T10:00:00Z' },
  };
  const { records } = facts;
  const steps = [...(records?.collection?.steps ?? []), reopen];
  return { ...facts, records: { ...records, collection: { ...records?.collection, steps } } };
}

/** The collection of a half term and its steps, as the service answers them. */
export function exampleCollection({ facts, keep, person, now }: Given): readonly Route[] {
  const view = (halfTerm: string) => collectionView(OWLS, facts(), person, halfTerm, now, (urn) => Number(urn) % 3);
  let made = 0;
  return [
    [
      /^GET \/api\/collection\/(.+)$/,
      ([halfTerm = '']) =>
        access(OWLS, person, 'dashboard.read', facts()).allowed ? found(view(halfTerm)) : found(undefined),
    ],
    [
      /^POST \/api\/collection\/(.+)\/steps$/,
      ([halfTerm = ''], body) => {
        const asked = body as unknown as { step: CollectionStep['step']; urns?: string[]; note?: string };
        const note = asked.note ?? '';
        const about = asked.urns ?? [undefined];
        const wanted = (urn: string | undefined) => ({
          ...{ halfTerm, step: asked.step, note },
          ...(urn === undefined ? {} : { urn }),
        });
        const decided = about.map((urn) => ({ urn, decision: checkStep(OWLS, facts(), person, wanted(urn), now) }));
        const good = decided.filter(({ decision }) => decision.allowed);
        const [first] = decided;
        if (good.length === 0) {
          const says = first === undefined || first.decision.allowed ? '' : first.decision.because;
          return refuse(422, 'findings', says);
        }
        const steps = good.map(({ urn }): CollectionStep => {
          made += 1;
          const revision = urn === undefined ? undefined : latestReturn(facts(), urn, halfTerm)?.revision;
          return {
            ...wanted(urn),
            ...(revision === undefined ? {} : { revision }),
            ...{ id: `step-${1000 + made}`, by: person.id, at: now.toString() },
          };
        });
        const { records } = facts();
        const before = records?.collection?.steps ?? [];
        keep({
          ...facts(),
          records: { ...records, collection: { ...records?.collection, steps: [...before, ...steps] } },
        });
        const left = decided.flatMap(({ urn = '', decision }) =>
          decision.allowed ? [] : [{ urn, because: decision.because }],
        );
        return ok({ view: view(halfTerm), done: steps.length, left });
      },
    ],
  ];
}
