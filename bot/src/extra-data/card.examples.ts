/** The cards of extra data: asked, overdue with last time beside, given, and with something to mend. */
import { type ExtraFigures, type ExtraMeasure, OWLS } from '@owls/policy';
import { notice } from '../chat/card.ts';
import type { CardMessage } from '../chat/messenger.ts';
import { messy, NOW } from '../chat/trust.examples.ts';
import { tabLink } from '../tab-link.ts';
import { type ExtraCardGiven, extraDataCard } from './card-extra-data.ts';

const LONG = 'Why is **this** [lower](https://x.example) than <at>last</at> year? '.repeat(20);

export function extraDataExamples(): ReadonlyMap<string, CardMessage> {
  const [school] = messy.facts.schools;
  const urn = school?.urn ?? '';
  const measures = OWLS.soap.measures.map(
    ({ key, name, unit, max }): ExtraMeasure => ({ key, name, unit, max, label: `${name}, % of all pupils on track` }),
  );
  const of = (due: string): ExtraFigures & { byName: string } => ({
    ...{ urn, item: 'attendance', due, says: LONG, by: 'p-head', byName: 'Ann', at: '2026-12-01T09:00:00Z' },
    figures: Object.fromEntries(measures.map(({ key }) => [key, 61])),
    version: '"1"',
  });
  const given = (wanted: string, here?: ExtraFigures): ExtraCardGiven => ({
    ...{ policy: OWLS, now: NOW, school: { urn, name: school?.name ?? '' }, because: LONG, delivery: 'extra/x' },
    shown: { key: 'attendance', name: LONG.slice(0, 60), measures, given: [of('2026-11-20')] },
    asked: { due: '2026-12-04', wanted, ...(here ? { given: here } : {}) },
    link: tabLink({ endpoint: 'https://owls.example' }, `school/${urn}`),
  });
  const asked = given('2026-12-04T17:00:00Z');
  return new Map([
    ['extra data', extraDataCard(asked)],
    ['extra data that is overdue', extraDataCard(given('2026-12-01T17:00:00Z'))],
    ['extra data given', extraDataCard(given('2026-12-04T17:00:00Z', of('2026-12-04')))],
    ['extra data corrected', extraDataCard(given('2026-12-04T17:00:00Z', of('2026-12-04')), { correcting: true })],
    [
      'extra data to mend',
      extraDataCard(asked, {
        typed: { values: { reading: '140', writing: 'x', maths: '' }, says: LONG.slice(0, 1000) },
        notices: [notice('Reading is 140: give a figure from 0 to 100.', 'warning')],
      }),
    ],
  ]);
}
