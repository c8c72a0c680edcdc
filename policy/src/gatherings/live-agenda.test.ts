import { describe, expect, test } from 'vitest';
import {
  ASH,
  AUTUMN_1,
  AUTUMN_2,
  BROOK,
  CEO,
  CLUSTER_NORTH,
  HEAD_ASH,
  person,
  soapReturn,
} from '../examples/trust.examples.ts';
import type { Facts } from '../facts.ts';
import { OWLS } from '../owls.ts';
import { NO_RECORDS } from '../records.ts';
import { signed } from '../targets/targets.examples.ts';
import type { RecordedGathering } from './gathering.ts';
import { agreedGathering, FULL } from './gatherings.examples.ts';
import { liveAgenda } from './live-agenda.ts';

const NONE = {
  ...{ gatherings: [], minutes: [], actions: [], delegates: [], apologies: [], areasFound: [], points: [], sheets: [] },
};
const BEFORE = agreedGathering();
const MEETING = agreedGathering({ key: 'improvement-team/2026-27/5', start: '2026-12-02T09:00' });
const live = (
  given: {
    readonly facts?: Partial<Facts>;
    readonly records?: Partial<Parameters<typeof liveAgenda>[2]>;
    readonly meeting?: Partial<RecordedGathering>;
  } = {},
  reader = CEO,
) =>
  liveAgenda(
    OWLS,
    { ...FULL, ...given.facts },
    { ...NONE, ...given.records },
    { ...MEETING, ...given.meeting },
    reader,
  );

describe('an agenda is filled from what stands at the moment (M4-M12)', () => {
  test('with returns: how many came, and each measure over all schools with the way it moved', () => {
    const returns = [soapReturn(ASH, AUTUMN_1, 60), soapReturn(ASH, AUTUMN_2, 62)];
    const { soapOverview } = live({ facts: { returns } });
    expect(soapOverview[0]).toBe('1 of 4 schools have returned this half term');
    expect(soapOverview[1]).toBe('Reading: 62% (up 2)');
    // Seven lines of figures and one that counts the rest.
    expect(soapOverview).toHaveLength(9);
    expect(soapOverview.at(-1)).toMatch(/^and \d+ more$/);
    const fell = [soapReturn(ASH, AUTUMN_1, 64), soapReturn(ASH, AUTUMN_2, 62)];
    expect(live({ facts: { returns: fell } }).soapOverview[1]).toBe('Reading: 62% (down 2)');
    const same = [soapReturn(ASH, AUTUMN_1, 62), soapReturn(ASH, AUTUMN_2, 62)];
    expect(live({ facts: { returns: same } }).soapOverview[1]).toBe('Reading: 62%');
    expect(live().soapOverview).toEqual(['0 of 4 schools have returned this half term']);
    expect(live({ facts: { schools: [] } }).soapOverview).toEqual([]);
  });

  test('in a break with the half term before it, and before all half terms with nothing', () => {
    const returns = [soapReturn(ASH, '2026-27/summer-2', 62)];
    const inBreak = live({ facts: { returns }, meeting: { start: '2027-08-10T09:00' } });
    expect(inBreak.soapOverview[0]).toBe('1 of 4 schools have returned this half term');
    expect(live({ facts: { returns }, meeting: { start: '2020-01-01T09:00' } })).toMatchObject({
      ...{ soapOverview: [], offTrack: [], moves: [] },
    });
  });

  test('M23: without targets with the figures in the lowest band, the lowest first; none above it', () => {
    const low = soapReturn(ASH, AUTUMN_2, 70);
    const cohorts = low.cohorts.map((one) => ({
      ...one,
      figures: { ...one.figures, ...('maths' in one.figures ? { maths: 41, grammar: 52 } : {}) },
    }));
    expect(live({ facts: { returns: [{ ...low, cohorts }] } }).offTrack).toEqual([
      `${ASH.name}: Maths 41%`,
      `${ASH.name}: Grammar 52%`,
    ]);
    expect(live({ facts: { returns: [low] } }).offTrack).toEqual([]);
  });

  test('M26: with the categories that moved in the newest round that has any', () => {
    const judged = (halfTerm: string, category: string) => ({
      ...{
        urn: ASH.urn,
        halfTerm,
        proposed: { category, by: CLUSTER_NORTH.id, at: '2026-10-20T09:00:00Z', because: '' },
      },
      validated: { category, by: CEO.id, at: '2026-10-21T09:00:00Z' },
    });
    const moved = [judged('2025-26/summer-2', '2b'), judged(AUTUMN_1, '2a')];
    expect(live({ facts: { judgements: moved } }).moves).toEqual([`${ASH.name}: up from 2b to 2a`]);
    expect(live({ facts: { judgements: [...moved, judged(AUTUMN_2, '2a')] } }).moves).toEqual([]);
    expect(live({ facts: { judgements: moved } }, HEAD_ASH).moves).toEqual([`${ASH.name}: up from 2b to 2a`]);
    expect(live({ facts: { judgements: moved }, meeting: { urn: BROOK.urn } }).moves).toEqual([]);
  });

  test('M5: with the areas found by then, the newest first, of schools by name', () => {
    const area = (key: string, foundOn: string, urn?: string) => ({
      ...{ key, text: key, from: 'advisory meeting' as const, foundOn, ...(urn === undefined ? {} : { urn }) },
    });
    const areasFound = [area('Old', '2026-10-01', ASH.urn), area('Today', '2026-12-02'), area('Later', '2026-12-03')];
    expect(live({ records: { areasFound } }).developmentAreas).toEqual(['Today', `${ASH.name}: Old`]);
    expect(live({ records: { areasFound }, meeting: { urn: ASH.urn } }).developmentAreas).toEqual([
      'Today',
      `${ASH.name}: Old`,
    ]);
    const guest = person('p-guest', 'A guest');
    expect(live({ records: { areasFound } }, guest).developmentAreas).toEqual(['Today']);
    const many = Array.from({ length: 9 }, (_, index) => area(`Area ${index}`, `2026-11-0${index + 1}`));
    const shown = live({ records: { areasFound: many } }).developmentAreas;
    expect([shown.length, shown.at(-1)]).toEqual([8, 'and 2 more']);
    expect(live({ records: { areasFound: many.slice(1) } }).developmentAreas).toHaveLength(8);
  });

  test('M9: with what is open and what was done since; of another school’s only the reader’s own', () => {
    const action = (text: string, owner: string, other: object = {}) => ({
      ...{ id: text, meeting: BEFORE.key, text, owner, by: '2026-12-01', version: '1' },
      ...other,
    });
    const records = {
      gatherings: [BEFORE],
      actions: [
        action('Mine', HEAD_ASH.id, { urn: BROOK.urn }),
        action('Ours', CEO.id),
        action('Theirs', CEO.id, { urn: BROOK.urn }),
        action('Done', CEO.id, { done: '2026-11-01' }),
      ],
    };
    const line = (text: string, who: string) => `${text} (${who}, by Tue 1 Dec)`;
    const all = live({ records });
    expect(all.openActions).toEqual([line('Mine', HEAD_ASH.name), line('Ours', CEO.name), line('Theirs', CEO.name)]);
    expect(all.doneActions).toEqual([line('Done', CEO.name)]);
    expect(live({ records }, HEAD_ASH).openActions).toEqual([line('Mine', HEAD_ASH.name), line('Ours', CEO.name)]);
  });

  test('M23: with targets on record, with what is off track against them, of schools open to the reader in full', () => {
    const returns = [soapReturn(ASH, AUTUMN_2, 41), soapReturn(BROOK, AUTUMN_2, 41)];
    const targets = [signed(ASH), signed(BROOK, { yearGroup: 'Y1', measure: 'maths' })];
    const given = { facts: { returns, records: { ...NO_RECORDS, targets: { targets, forBoard: [] } } } };
    const all = live(given).offTrack;
    expect(all.some((line) => line.includes(ASH.name))).toBe(true);
    expect(all.some((line) => line.includes(BROOK.name))).toBe(true);
    const own = live(given, HEAD_ASH).offTrack;
    expect(own.some((line) => line.includes(ASH.name))).toBe(true);
    expect(own.some((line) => line.includes(BROOK.name))).toBe(false);
  });

  test('M45, M6: with the year’s priorities and good practice that a school would show', () => {
    const practice = (id: string, urn: string, other: object = {}) => ({
      ...{ id, urn, area: 'Reading', what: 'Paired reading', spottedBy: CEO.id, spottedOn: '2026-10-01' },
      ...{ answer: { willing: true, by: CEO.id, on: '2026-10-02' }, shownAt: [] },
      ...other,
    });
    const priority = (id: string, year: string) => ({
      ...{ id, year, title: `Priority ${id}`, area: 'Writing', agreedOn: '2026-07-01', by: CEO.id },
    });
    const outside = {
      ...NO_RECORDS.outside,
      practices: [practice('1', ASH.urn), practice('2', BROOK.urn, { spottedOn: '2026-12-03' })],
      priorities: [priority('1', '2026-27'), priority('2', '2025-26')],
    };
    const shown = live({ facts: { records: { ...NO_RECORDS, outside } } });
    expect(shown.goodPractice).toEqual([`${ASH.name}, Reading: Paired reading`]);
    expect(shown.priorities).toEqual(['Priority 1']);
    expect(live()).toMatchObject({ goodPractice: [], priorities: [] });
  });
});
