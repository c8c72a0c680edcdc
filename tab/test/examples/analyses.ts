import {
  type AnalysisAction,
  type AnalysisRecord,
  analysedFigures,
  analysisKey,
  analysisOf,
  analysisView,
  type Facts,
  missingFrom,
  needActionFindings,
  needFindings,
  OWLS,
  type Person,
  type School,
  trustAnalysisView,
} from '@owls/policy';
import type { Temporal } from 'temporal-polyfill';
import { type Answer, found, ok, type Route, refuse } from './routing.ts';

const YEAR = '2025-26';
const LATER = ['2026-12-01', '2027-02-05', '2027-04-01'];

/** Every fourth school has sent its analysis of last year's results; one action of each is overdue, and one is done. */
export function analysesKept(facts: Facts, schools: readonly School[]): readonly AnalysisRecord[] {
  return schools
    .filter((_, index) => index % 4 === 0)
    .map((school) => {
      const of = { urn: school.urn, year: YEAR };
      const by = `head-${school.urn}`;
      const needs = analysedFigures(OWLS, facts, school, YEAR).filter(({ reading }) => reading === 'need');
      return {
        ...of,
        needs: needs.map(({ key, name }, at) => ({
          ...{ area: key, name, explained: at === 2, by, at: '2026-11-20T10:00:00Z', version: '"1"' },
          says:
            at === 2
              ? 'Four pupils joined in the spring from a school that closed; without them it is in line.'
              : `${name} was weakest in the spring, and the two pupils who joined late pull it down. The gap begins in Year 4.`,
        })),
        actions: needs
          .filter((_, at) => at !== 2)
          .map(({ key, name }, at) => ({
            ...{ id: `${school.urn}-${at}-action`, meeting: analysisKey(of), urn: school.urn, need: key, owner: by },
            ...{ text: `${name}: a short session every morning until Easter`, by: LATER[at % 3] ?? '' },
            success: 'Nine in ten are on track in the spring SOAP.',
            ...(at === 1 ? { done: '2026-12-09' } : {}),
            version: '"1"',
          })),
        sent: { by, at: '2026-11-24T15:00:00Z' },
        version: '"1"',
      };
    });
}

interface Given {
  readonly facts: () => Facts;
  readonly keep: (facts: Facts) => void;
  readonly person: Person;
  readonly now: Temporal.Instant;
}

/** Analyses of results, as the service answers. */
export function exampleAnalyses({ facts, keep, person, now }: Given): readonly Route[] {
  const view = (urn: string, year?: string) => analysisView(OWLS, facts(), person, urn, year, now);
  const at = () => now.toString();
  const kept = (urn: string, year: string): AnalysisRecord =>
    analysisOf(facts(), urn, year) ?? { urn, year, needs: [], actions: [] };
  const put = (record: AnalysisRecord): Answer => {
    const { records } = facts();
    const others = (records?.national?.analyses ?? []).filter(
      (one) => one.urn !== record.urn || one.year !== record.year,
    );
    const national = { assessments: records?.national?.assessments ?? [], analyses: [...others, record] };
    keep({ ...facts(), records: { ...records, national } });
    return ok(view(record.urn, record.year));
  };
  const wrong = (findings: ReturnType<typeof needFindings>): Answer => {
    const { status, body } = refuse(422, 'findings', findings[0]?.says ?? '');
    return { status, body: { ...(body as object), findings } };
  };
  const figures = (urn: string, year: string) => analysedFigures(OWLS, facts(), { urn }, year);
  return [
    [
      /^GET \/api\/analysis$/,
      (_, _body, asked) => found(trustAnalysisView(OWLS, facts(), person, asked.get('year') ?? undefined, now)),
    ],
    [
      /^GET \/api\/schools\/([^/]+)\/analysis$/,
      ([urn = ''], _body, asked) => found(view(urn, asked.get('year') ?? undefined)),
    ],
    [
      /^PUT \/api\/schools\/([^/]+)\/analysis\/([^/]+)\/needs\/([^/]+)$/,
      ([urn = '', year = '', area = ''], body) => {
        const { name, explained, says } = body as unknown as { name: string; explained: boolean; says: string };
        const record = kept(urn, year);
        const findings = needFindings(figures(urn, year), record, { area, name, explained, says });
        if (findings.length > 0) return wrong(findings);
        const others = record.needs.filter((one) => one.area !== area);
        const written = { area, name, explained, says, by: person.id, at: at(), version: '"2"' };
        return put({ ...record, needs: [...others, written] });
      },
    ],
    [
      /^PUT \/api\/schools\/([^/]+)\/analysis\/([^/]+)\/actions\/([^/]+)$/,
      ([urn = '', year = '', id = ''], body) => {
        const record = kept(urn, year);
        const given = { ...(body as unknown as AnalysisAction), id };
        const before = record.actions.find((one) => one.id === id);
        const findings = needActionFindings(facts(), figures(urn, year), record, given, before, at().slice(0, 10));
        if (findings.length > 0) return wrong(findings);
        const action = { ...given, meeting: analysisKey(record), urn, version: '"2"' };
        return put({ ...record, actions: [...record.actions.filter((one) => one.id !== id), action] });
      },
    ],
    [
      /^PUT \/api\/schools\/([^/]+)\/analysis\/([^/]+)\/actions\/([^/]+)\/done$/,
      ([urn = '', year = '', id = ''], body) => {
        const record = kept(urn, year);
        const marked = (body as unknown as { done: boolean }).done ? { done: at().slice(0, 10) } : {};
        return put({
          ...record,
          actions: record.actions.map((one) => {
            const { done: _, ...rest } = one;
            return one.id === id ? { ...rest, ...marked } : one;
          }),
        });
      },
    ],
    [
      /^DELETE \/api\/schools\/([^/]+)\/analysis\/([^/]+)\/(needs|actions)\/([^/]+)$/,
      ([urn = '', year = '', what = '', id = '']) => {
        const record = kept(urn, year);
        return what === 'needs'
          ? put({ ...record, needs: record.needs.filter(({ area }) => area !== id) })
          : put({ ...record, actions: record.actions.filter((one) => one.id !== id) });
      },
    ],
    [
      /^PUT \/api\/schools\/([^/]+)\/analysis\/([^/]+)\/sent$/,
      ([urn = '', year = ''], body) => {
        const { sent: _, ...record } = kept(urn, year);
        if (!(body as unknown as { sent: boolean }).sent) return put({ ...record, version: '"2"' });
        const missing = missingFrom(figures(urn, year), record);
        if (missing.length > 0) return refuse(422, 'findings', missing[0] ?? '');
        return put({ ...record, sent: { by: person.id, at: at() }, version: '"3"' });
      },
    ],
  ];
}
