import { describe, expect, test } from 'vitest';
import * as made from '../examples/trust.examples.ts';
import { OWLS } from '../owls.ts';
import { NO_RECORDS } from '../records.ts';
import type { TargetsForBoard } from '../targets/board-approval.ts';
import type { Target } from '../targets/target.ts';
import { revision, signed, target, YEAR } from '../targets/targets.examples.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { targetsView } from './targets.ts';

const { ASH, BROOK, CEO, DALE, at, facts, person, trust } = made;
const NOW = at('2026-10-20T09:00');
const DEE = person('d-1', 'Dee', ['director', trust]);
const EVE = person('d-2', 'Eve', ['chair', trust]);
const having = (targets: readonly Target[], forBoard: readonly TargetsForBoard[] = []) =>
  facts({ people: [...made.PEOPLE, DEE, EVE], records: { ...NO_RECORDS, targets: { targets, forBoard } } });
const put = (putAt: string, other: Partial<TargetsForBoard> = {}): TargetsForBoard => ({
  ...{ academicYear: YEAR, putBy: CEO.id, putAt, approvals: [], targets: [] },
  ...other,
});
const FIRST = put('2026-10-10T09:00:00Z');
const SECOND = put('2026-10-15T09:00:00Z');
const board = (forBoard: readonly TargetsForBoard[], who = DEE, policy: TrustPolicy = OWLS, targets = [signed(ASH)]) =>
  targetsView(policy, having(targets, forBoard), who, NOW)?.board;

describe('what the board was given (M22)', () => {
  test('each put with who approved, what was asked and answered, the latest first; other years’ left out', () => {
    const asked = { by: DEE.id, at: '2026-10-16T09:00:00Z', says: 'Why so low?' };
    const answer = { by: CEO.id, at: '2026-10-17T09:00:00Z', says: 'A new Year 3.' };
    const second = put(SECOND.putAt, {
      approvals: [{ by: EVE.id, at: '2026-10-16T10:00:00Z' }],
      questions: [{ ...asked, answer }, asked],
      targets: [
        { yearGroup: 'Y3', measure: 'maths', pupils: 30, gaps: [], why: { rule: 'M22', because: [], wouldChange: '' } },
        { measure: 'gone', pupils: 0, gaps: [], why: { rule: 'M22', because: [], wouldChange: '' } },
      ],
    });
    const seen = board([FIRST, second, put('2025-10-10T09:00:00Z', { academicYear: '2025-26' })])?.puts ?? [];
    expect(seen.map(({ number, at: when }) => [number, when])).toEqual([
      [2, SECOND.putAt],
      [1, FIRST.putAt],
    ]);
    expect(seen[0]).toMatchObject({
      ...{ by: CEO.name, approvals: [{ by: 'Eve', at: '2026-10-16T10:00:00Z' }], approved: false },
      says: '1 of the 3 members needed have approved.',
    });
    expect(seen[0]?.questions).toStrictEqual([
      { ...asked, by: 'Dee', answer: { ...answer, by: CEO.name } },
      { ...asked, by: 'Dee' },
    ]);
    expect(seen[0]?.targets).toMatchObject([
      { name: 'Maths in Year 3', measureName: 'Maths', better: 'higher' },
      { name: 'gone', measureName: 'gone', better: 'higher' },
    ]);
    expect(seen[1]).toMatchObject({ approvals: [], questions: [] });
  });

  test('who has not approved the last put yet is waited for, and may approve or ask; who has is done', () => {
    const approved = { ...SECOND, approvals: [{ by: EVE.id, at: '2026-10-16T10:00:00Z' }] };
    expect(board([FIRST, approved])).toMatchObject({ waiting: ['Dee'], may: { approve: true, ask: true } });
    expect(board([FIRST, approved], EVE)?.may).toEqual({
      put: false,
      approve: false,
      ask: false,
      takeBack: true,
      answer: false,
    });
    const all = put(FIRST.putAt, { approvals: approved.approvals });
    expect(board([all, SECOND], EVE)).toMatchObject({ waiting: ['Dee', 'Eve'], may: { approve: true } });
  });

  test('approving takes a seat on the board and the right to approve', () => {
    const { roles } = OWLS.access;
    const rights = (role: 'director' | 'ceo', right: 'trust' | 'none'): TrustPolicy => ({
      ...OWLS,
      access: { ...OWLS.access, roles: { ...roles, [role]: { ...roles[role], 'targets.approve': right } } },
    });
    expect(board([FIRST], DEE, rights('director', 'none'))?.may).toMatchObject({ approve: false, ask: false });
    expect(board([FIRST], CEO, rights('ceo', 'trust'))?.may).toMatchObject({ approve: false, ask: false });
  });

  test('the CEO puts the running year’s alone, once anything is signed off', () => {
    const puts = (targets: readonly Target[], year?: string) =>
      targetsView(OWLS, having(targets), CEO, NOW, year)?.board?.may.put;
    expect([puts([signed(ASH)]), puts([])]).toEqual([true, false]);
    expect(puts([{ ...signed(ASH), academicYear: '2027-28' }], '2027-28')).toBe(false);
    for (const bare of [facts({ records: {} }), facts()])
      expect(targetsView(OWLS, bare, CEO, NOW)?.board).toMatchObject({ puts: [], changed: false });
  });
});

describe('how far each school’s targets are (M20)', () => {
  const ash = (...targets: readonly Target[]) =>
    targetsView(OWLS, having(targets), CEO, NOW)?.schools.find(({ urn }) => urn === ASH.urn);
  const of = (measure: string, ...revisions: readonly ReturnType<typeof revision>[]) =>
    target(ASH.urn, revisions, { yearGroup: 'Y3', measure });

  test('each counts once by how it stands; what is signed off stays so while higher figures are proposed', () => {
    const figures = { minimum: 61, aspirational: 71 };
    const seen = ash(
      of('maths', revision('signed-off'), revision('proposed', figures, '2026-10-12T10:00:00Z')),
      of('reading', revision('proposed', figures, '2026-10-18T10:00:00Z')),
      of('writing', revision('proposed'), revision('proposed', figures, '2026-10-06T10:00:00Z')),
      of('grammar', revision('signed-off')),
      of('rwm', revision('agreed')),
    );
    expect(seen).toMatchObject({ of: 40, missing: 35, proposed: 2, agreed: 1, signedOff: 2, raising: 1 });
    expect(seen?.changedAt).toBe('2026-10-18T10:00:00Z');
    expect(ash()).not.toHaveProperty('changedAt');
    expect(
      ash(of('maths', revision('agreed'), revision('signed-off', undefined, '2026-10-19T10:00:00Z'))),
    ).toMatchObject({
      ...{ missing: 39, proposed: 0, agreed: 0, signedOff: 1, raising: 0, changedAt: '2026-10-19T10:00:00Z' },
    });
  });

  test('a head who sees other schools proposes for their own alone', () => {
    const both = person('p-both', 'Vic', ['director', trust], ['head', made.ofSchool(DALE.urn)]);
    const own = targetsView(OWLS, having([]), both, NOW)?.schools.filter((one) => one.own);
    expect(own?.map(({ urn }) => urn)).toEqual([DALE.urn]);
  });

  test('the years to choose from are the running one, the one asked for and those with targets', () => {
    const years = (asked: string | undefined, ...recorded: readonly string[]) => {
      const targets = recorded.map((academicYear) => ({ ...signed(BROOK), academicYear }));
      return targetsView(OWLS, having(targets), CEO, NOW, asked)?.years;
    };
    expect(years(undefined)).toEqual([YEAR]);
    expect(years('2024-25')).toEqual(['2024-25', YEAR]);
    expect(years(undefined, '2027-28', '2024-25')).toEqual(['2024-25', YEAR, '2027-28']);
    const later = targetsView(OWLS, facts({ records: {} }), CEO, at('2040-01-10T09:00'));
    expect([later?.year, later?.years]).toEqual(['2027-28', ['2027-28']]);
  });
});
