import {
  type AssessmentGiven,
  type AssessmentRecord,
  assessmentFindings,
  assessmentRemovalFindings,
  assessmentsOf,
  assessmentsView,
  type Facts,
  type Finding,
  OWLS,
  type Person,
  type School,
} from '@owls/policy';
import type { Temporal } from 'temporal-polyfill';
import { found, ok, type Route, refuse } from './routing.ts';
import { chance } from './trust.ts';

interface Given {
  readonly facts: () => Facts;
  readonly keep: (facts: Facts) => void;
  readonly person: Person;
  readonly now: Temporal.Instant;
  /** Somebody else is faster: what is to be taken out is corrected a moment before. */
  readonly elsewhere: boolean;
}

/** Last summer's of every other school, and this autumn's baseline of those. */
export function assessmentsKept(schools: readonly School[]): readonly AssessmentRecord[] {
  return schools
    .filter((_, index) => index % 2 === 0)
    .flatMap((school) =>
      [
        ...assessmentsOf(OWLS.national, school, '2025-26').map((one) => ({ year: '2025-26', ...one })),
        ...assessmentsOf(OWLS.national, school, '2026-27').map((one) => ({ year: '2026-27', ...one })),
      ].flatMap(({ year, assessment: { key, place, figures, yearGroup } }) => {
        if ((place === 'first') !== (year === '2026-27')) return [];
        const value = (measure: string, max: number, low: boolean) =>
          Math.round((low ? 0.45 : 0.6 + chance(school.urn, measure, key) * 0.3) * max);
        return [
          {
            ...{ urn: school.urn, year, assessment: key, pupils: school.pupils[yearGroup] ?? 30 },
            figures: Object.fromEntries(
              figures.map(({ measure, max, within }) => [measure, value(measure, max, within !== undefined)]),
            ),
            ...{ recordedOn: place === 'first' ? '2026-10-09' : '2026-07-14', recordedBy: `head-${school.urn}` },
            version: '"1"',
          },
        ];
      }),
    );
}

/** A school's assessments and what is done with them, as the service answers. */
export function exampleAssessments({ facts, keep, person, now, elsewhere }: Given): readonly Route[] {
  const view = (urn: string) => assessmentsView(OWLS, facts(), person, urn, now);
  const all = () => facts().records?.national?.assessments ?? [];
  const hold = (assessments: readonly AssessmentRecord[]) => {
    const { records } = facts();
    keep({ ...facts(), records: { ...records, national: { ...records?.national, assessments } } });
  };
  const isOf =
    ([urn = '', year = '', assessment = '']: readonly string[]) =>
    (one: AssessmentRecord) =>
      one.urn === urn && one.year === year && one.assessment === assessment;
  const unmended = (findings: readonly Finding[]) => {
    const { status, body: refusal } = refuse(422, 'findings', findings[0]?.says ?? '');
    return { status, body: { ...(refusal as object), findings } };
  };
  let faster = elsewhere;
  return [
    [/^GET \/api\/schools\/(.+)\/assessments$/, ([urn = '']) => found(view(urn))],
    [
      /^PUT \/api\/schools\/(.+)\/assessments\/(.+)\/(.+)$/,
      (place, body) => {
        const [urn = '', year = '', assessment = ''] = place;
        const { pupils, figures } = body as unknown as Pick<AssessmentGiven, 'pupils' | 'figures'>;
        const given = { urn, year, assessment, pupils, figures };
        const school = facts().schools.find((one) => one.urn === urn);
        if (!school) return found(undefined);
        const findings = assessmentFindings(OWLS, school, given, now);
        if (findings.length > 0) return unmended(findings);
        const recorded = { recordedOn: now.toString().slice(0, 10), recordedBy: person.id, version: '"2"' };
        hold([...all().filter((one) => !isOf(place)(one)), { ...given, ...recorded }]);
        return ok(view(urn));
      },
    ],
    [
      /^POST \/api\/schools\/(.+)\/assessments\/(.+)\/(.+)\/remove$/,
      (place, body) => {
        const [urn = '', , assessment = ''] = place;
        const { version, why = '' } = body as unknown as { readonly version: string; readonly why?: string };
        const findings = assessmentRemovalFindings(OWLS.national, { assessment }, why);
        if (findings.length > 0) return unmended(findings);
        if (faster) {
          faster = false;
          hold(all().map((one) => (isOf(place)(one) ? { ...one, pupils: one.pupils + 1, version: '"7"' } : one)));
        }
        if (all().some((one) => isOf(place)(one) && one.version !== version)) {
          const { status, body: refusal } = refuse(409, 'conflict', 'This was changed since you opened it.');
          return { status, body: { ...(refusal as object), current: view(urn) } };
        }
        hold(all().filter((one) => !isOf(place)(one)));
        return ok(view(urn));
      },
    ],
  ];
}
