import {
  dateAt,
  type Facts,
  type Inspection,
  type InspectionGiven,
  inspectionsView,
  OWLS,
  type Person,
  recordingFindings,
  type School,
} from '@owls/policy';
import type { Temporal } from 'temporal-polyfill';
import { found, ok, type Route, refuse } from './routing.ts';

interface Given {
  readonly facts: () => Facts;
  readonly keep: (facts: Facts) => void;
  readonly person: Person;
  readonly now: Temporal.Instant;
  /** Somebody else is faster with the first correction. */
  readonly elsewhere: boolean;
}

/** The first school has seen all kinds of visitors, the eighth one with long words; the others nobody yet. */
export function inspectionsOf(schools: readonly School[]): readonly Inspection[] {
  const recorded = (urn: string, id: string) => ({
    ...{ id: `inspection-${id}`, urn, by: `head-${urn}`, at: '2026-10-20T09:00:00Z', version: '"1"' },
  });
  const [first, eighth] = [schools[0], schools[7]];
  const all: readonly (Inspection | undefined)[] = [
    first && {
      ...{ ...recorded(first.urn, 'card'), kind: 'areas', on: '2026-03-10', published: '2026-04-17' },
      ...{ framework: 'report-card', safeguarding: 'met', report: `https://reports.ofsted.gov.uk/${first.urn}` },
      areas: {
        ...{ inclusion: 'exceptional', curriculum: 'strong', achievement: 'strong', attendance: 'strong' },
        ...{ personal: 'exceptional', leadership: 'strong', 'early-years': 'strong' },
      },
    },
    first && {
      ...{ ...recorded(first.urn, 'overall'), kind: 'overall', on: '2019-05-14', published: '2019-06-20', grade: 2 },
    },
    first && {
      ...{ ...recorded(first.urn, 'visit'), kind: 'monitoring', on: '2026-10-06', outcome: 'enough-progress' },
      note: 'Reading in Key Stage 1 was looked at. Leaders know what comes next.',
    },
    eighth && {
      ...{ ...recorded(eighth.urn, 'review'), kind: 'review', on: '2026-11-03', reviewer: 'A trust two counties away' },
      about: 'Special educational needs and disabilities, with a look at how provision maps are kept',
      outcome: `Ready for the next step. ${'Plansarereadbyeverybody'.repeat(8)} https://example.org/`,
    },
    eighth && { ...recorded(eighth.urn, 'awaited'), kind: 'awaited', on: '2026-12-01' },
  ];
  return all.filter((one) => one !== undefined);
}

/** A school's inspections and what is done with them, as the service answers. */
export function exampleInspections({ facts, keep, person, now, elsewhere }: Given): readonly Route[] {
  const view = (urn: string) => inspectionsView(OWLS, facts(), person, urn, now);
  const all = () => facts().records?.inspections?.inspections ?? [];
  const hold = (inspections: readonly Inspection[]) =>
    keep({ ...facts(), records: { ...facts().records, inspections: { inspections } } });
  let faster = elsewhere;
  return [
    [/^GET \/api\/schools\/(.+)\/inspections$/, ([urn = '']) => found(view(urn))],
    [
      /^PUT \/api\/schools\/(.+)\/inspections\/(.+)$/,
      ([urn = '', id = ''], body) => {
        const { version, ...given } = body as unknown as InspectionGiven & { readonly version?: string };
        const inspection = { ...given, urn, id } as InspectionGiven;
        const findings = recordingFindings(OWLS.inspections, inspection, all(), dateAt(OWLS, now));
        if (findings.length > 0) {
          const { status, body: refusal } = refuse(422, 'findings', findings[0]?.says ?? '');
          return { status, body: { ...(refusal as object), findings } };
        }
        const before = all().find((one) => one.id === id);
        if (faster && before) {
          faster = false;
          hold(all().map((one) => (one === before ? { ...one, by: 'ceo', version: '"7"' } : one)));
        }
        const there = all().find((one) => one.id === id);
        if (there?.version !== version) {
          const { status, body: refusal } = refuse(409, 'conflict', 'This was changed since you opened it.');
          return { status, body: { ...(refusal as object), current: view(urn) } };
        }
        const next = `"${Number(there?.version?.replaceAll('"', '') ?? 0) + 1}"`;
        const kept: Inspection = { ...inspection, by: person.id, at: now.toString(), version: next };
        hold([...all().filter((one) => one.id !== id), kept]);
        return ok(view(urn));
      },
    ],
    [
      /^POST \/api\/schools\/(.+)\/inspections\/(.+)\/remove$/,
      ([urn = '', id = '']) => {
        hold(all().filter((one) => one.id !== id));
        return ok(view(urn));
      },
    ],
  ];
}
