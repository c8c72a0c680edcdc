import { describe, expect, test } from 'vitest';
import { OWLS } from './owls.ts';
import { disagreements } from './policy-agreement.ts';
import type { TrustPolicy } from './trust-policy.ts';

const says = (policy: TrustPolicy) => disagreements(policy).map(({ place, says: what }) => `${place}: ${what}`);
const soap = (other: Partial<TrustPolicy['soap']>) => says({ ...OWLS, soap: { ...OWLS.soap, ...other } });
const calendar = (years: TrustPolicy['calendar']['years']) => says({ ...OWLS, calendar: { ...OWLS.calendar, years } });

describe('values that contradict each other, at their bounds', () => {
  test('OWLS’s own agree', () => {
    expect(disagreements(OWLS)).toEqual([]);
  });

  test('M3: years and half terms', () => {
    const [first, second] = OWLS.calendar.years;
    if (!first || !second) throw new Error('OWLS has years.');
    const year = (name: string, from: string, to: string) => ({
      year: name,
      insetDays: [],
      halfTerms: [{ name: 'autumn-1', from, to }],
    });
    const only = (list: TrustPolicy['calendar']['years']) =>
      calendar(list).filter((one) => one.startsWith('calendar.'));
    expect(only([first, first])).toEqual([
      'calendar.years[1].year: comes after 2024-25: put the years in order, each once.',
      'calendar.years[1].halfTerms[0].from: is 2024-08-27, but the half term before ends on 2025-07-11: give a later day.',
    ]);
    expect(only([second, first])).toEqual([
      'calendar.years[1].year: comes after 2025-26: put the years in order, each once.',
      'calendar.years[1].halfTerms[0].from: is 2024-08-27, but the half term before ends on 2026-07-10: give a later day.',
    ]);
    expect(only([year('2026-27', '2026-09-01', '2026-09-01')])).toEqual([]);
    expect(only([year('2026-27', '2026-09-02', '2026-09-01')])).toEqual([
      'calendar.years[0].halfTerms[0].to: is 2026-09-01, before its first day 2026-09-02: give a later day.',
    ]);
    expect(only([year('2099-00', '2099-09-01', '2099-10-01')])).toEqual([]);
    expect(only([year('2026-28', '2026-09-01', '2026-10-01')])).toEqual([
      'calendar.years[0].year: is 2026-28: the year that begins in 2026 is 2026-27.',
    ]);
    expect(only([year('2026-27', '2026-09-01', '2027-07-01'), year('2027-28', '2027-07-01', '2027-10-01')])).toEqual([
      'calendar.years[1].halfTerms[0].from: is 2027-07-01, but the half term before ends on 2027-07-01: give a later day.',
    ]);
    expect(only([year('2026-27', '2026-09-01', '2027-07-01'), year('2027-28', '2027-07-02', '2027-10-01')])).toEqual(
      [],
    );
    expect(only([{ ...first, halfTerms: [] }])).toEqual(['calendar.years[0].halfTerms: are none: give at least one.']);
    const twice = {
      ...year('2026-27', '2026-09-01', '2026-09-30'),
      halfTerms: [
        { name: 'autumn-1', from: '2026-09-01', to: '2026-09-30' },
        { name: 'autumn-1', from: '2026-10-01', to: '2026-10-30' },
      ],
    };
    expect(only([twice])).toEqual([
      'calendar.years[0].halfTerms[1].name: autumn-1 is there already: each must be another.',
    ]);
  });

  test('M13: measures and steps', () => {
    const { measures, steps } = OWLS.soap;
    const measure = (change: (one: (typeof measures)[number]) => (typeof measures)[number], key: string) =>
      soap({ measures: measures.map((one) => (one.key === key ? change(one) : one)) });
    expect(measure((one) => ({ ...one, max: 101 }), 'reading')).toEqual([
      'soap.measures[0].max: must be 100 or less for a percentage.',
    ]);
    expect(measure((one) => ({ ...one, max: 1000 }), 'pastoral')).toEqual([]);
    expect(measure((one) => ({ ...one, within: ['weather'] }), 'rwm')).toEqual([
      'soap.measures[4].within[0]: there is no measure with the key weather: name one of reading, writing, grammar, maths, rwm, phonics, communication, personal, physical, literacy, mathematics, gld, teachingGood, attendance, persistentAbsence, suspensions, behaviourIncidents, pastoral.',
    ]);
    expect(measure((one) => ({ ...one, within: ['phonics'] }), 'rwm')).toEqual([
      'soap.measures[4].within[0]: phonics is not asked of the same year groups as rwm: name measures of the same ones.',
    ]);
    expect(measure((one) => ({ ...one, within: ['attendance'] }), 'persistentAbsence')).toEqual([]);
    expect(measure((one) => ({ ...one, within: ['attendance'] }), 'rwm')).toEqual([
      'soap.measures[4].within[0]: attendance is not asked of the same year groups as rwm: name measures of the same ones.',
    ]);
    expect(measure((one) => ({ ...one, within: ['reading'] }), 'attendance')).toEqual([
      'soap.measures[13].within[0]: reading is not asked of the same year groups as attendance: name measures of the same ones.',
    ]);
    expect(soap({ measures: [...measures, ...measures.slice(0, 1)] })).toEqual([
      'soap.measures[18].key: reading is there already: each must be another.',
    ]);
    const step = (key: string, other: Partial<(typeof steps)[number]>) =>
      soap({ steps: steps.map((one) => (one.key === key ? { ...one, ...other } : one)) });
    expect(step('years-1-2', { years: ['Y1'] })).toEqual([
      'soap.steps: never ask Y2, which has measures: put it into a step.',
    ]);
    expect(step('eyfs', { years: ['R', 'Y1'] })).toEqual(['soap.steps: ask Y1 twice: ask it in one step.']);
    expect(step('eyfs', { school: ['reading'] })).toEqual([
      'soap.steps[0].school[0]: reading is no whole-school measure: name one of teachingGood, attendance, persistentAbsence, suspensions, behaviourIncidents, pastoral.',
    ]);
    expect(step('eyfs', { school: ['attendance'] })).toEqual(['soap.steps: ask attendance twice: ask it in one step.']);
    expect(step('whole-school', { school: [] })).toEqual([
      'soap.steps: never ask teachingGood: put it into a step, or take the measure out.',
      'soap.steps: never ask attendance: put it into a step, or take the measure out.',
      'soap.steps: never ask persistentAbsence: put it into a step, or take the measure out.',
      'soap.steps: never ask suspensions: put it into a step, or take the measure out.',
      'soap.steps: never ask behaviourIncidents: put it into a step, or take the measure out.',
      'soap.steps: never ask pastoral: put it into a step, or take the measure out.',
    ]);
    expect(soap({ steps: [...steps, { key: 'eyfs', title: 'Again' }] })).toEqual([
      'soap.steps[6].key: eyfs is there already: each must be another.',
    ]);
  });

  test('M14, M25: windows, rounds, bands and times', () => {
    const at = (days: number, time: string) => ({ days, at: time });
    expect(soap({ window: { opens: at(-9, '17:00'), due: at(-9, '17:00'), closes: at(-9, '17:01') } })).toEqual([
      'soap.window.due: must come after "opens".',
    ]);
    expect(soap({ window: { opens: at(-9, '16:59'), due: at(-9, '17:00'), closes: at(-8, '08:00') } })).toEqual([]);
    expect(soap({ bands: { strong: 60, secure: 60 } })).toEqual([
      'soap.bands.strong: must be above "secure": it is the higher band.',
    ]);
    expect(soap({ bands: { strong: 61, secure: 60 } })).toEqual([]);
    expect(says({ ...OWLS, asking: { times: ['08:00', '08:00', '07:00', '12:00'] } })).toEqual([
      'asking.times[1]: must be later than the one before it.',
      'asking.times[2]: must be later than the one before it.',
    ]);
    const round = {
      opens: at(-4, '08:00'),
      proposalsDue: at(-4, '08:00'),
      validationsDue: at(-5, '09:00'),
      summaryAt: at(0, '12:00'),
    };
    expect(says({ ...OWLS, categorisation: { ...OWLS.categorisation, round } })).toEqual([
      'categorisation.round.proposalsDue: must come after "opens".',
      'categorisation.round.validationsDue: must come after "proposalsDue".',
    ]);
  });

  test('M24: the scale, and M27: its evidence', () => {
    const scale = (change: (list: TrustPolicy['categorisation']['scale']) => TrustPolicy['categorisation']['scale']) =>
      says({ ...OWLS, categorisation: { ...OWLS.categorisation, scale: change(OWLS.categorisation.scale) } });
    expect(scale((list) => list.filter(({ code }) => code !== '4b' && code !== '1b'))).toEqual([
      'categorisation.scale: has no category of grade 1 that is in line: give each grade one.',
      'categorisation.scale: has no category of grade 4 that is in line: give each grade one.',
    ]);
    expect(scale((list) => [...list, ...list.slice(0, 1)])).toEqual([
      'categorisation.scale[11].code: 1a is there already: each must be another.',
    ]);
    expect(scale((list) => [...list, { code: '4cc', ofsted: 4, heading: 'at risk', name: 'x', support: 'x' }])).toEqual(
      ["categorisation.scale[11]: 4cc can't be: no grade lies below 4 to slip to. Take it out."],
    );
    const evidence = { ...OWLS.categorisation.evidence, concern: { reading: 1, attendance: 2, weather: 3 } };
    expect(says({ ...OWLS, categorisation: { ...OWLS.categorisation, evidence } })).toEqual([
      'categorisation.evidence.concern.reading: is no whole-school measure: name one of teachingGood, attendance, persistentAbsence, suspensions, behaviourIncidents, pastoral.',
      'categorisation.evidence.concern.weather: is no whole-school measure: name one of teachingGood, attendance, persistentAbsence, suspensions, behaviourIncidents, pastoral.',
    ]);
    expect(says({ ...OWLS, meetings: [...OWLS.meetings, ...OWLS.meetings.slice(1)] })).toEqual([
      'meetings[2].kind: advisory is there already: each must be another.',
    ]);
  });

  test('M3: half terms that topics name and the calendar does not have', () => {
    const { visits, peerReview } = OWLS;
    const [focus, review, check] = [visits.focus[0], visits.reviews[0], visits.checks[0]];
    if (!focus || !review || !check) throw new Error('OWLS has visits.');
    const odd = {
      ...OWLS,
      visits: {
        ...visits,
        focus: [{ ...focus, halfTerm: 'lent-1' }],
        reviews: [{ ...review, halfTerm: 'lent-2' }],
        checks: [{ ...check, windows: [['autumn-1'], ['lent-3']] }],
      },
      peerReview: { ...peerReview, halfTerms: ['autumn-2', 'lent-4'] },
    };
    expect(says(odd)).toEqual([
      'visits.focus[0].halfTerm: the calendar has no lent-1: name one of autumn-1, autumn-2, spring-1, spring-2, summer-1, summer-2.',
      'visits.reviews[0].halfTerm: the calendar has no lent-2: name one of autumn-1, autumn-2, spring-1, spring-2, summer-1, summer-2.',
      'visits.checks[0].windows: the calendar has no lent-3: name one of autumn-1, autumn-2, spring-1, spring-2, summer-1, summer-2.',
      'peerReview.halfTerms[1]: the calendar has no lent-4: name one of autumn-1, autumn-2, spring-1, spring-2, summer-1, summer-2.',
    ]);
  });

  test('M4: a meeting’s agenda has every item that something is taken from', () => {
    const [strategic, ...others] = OWLS.meetings;
    if (!strategic) throw new Error('OWLS has meetings.');
    const [first = '', second = ''] = strategic.agenda;
    const from = (agendaFrom: (typeof strategic)['agendaFrom']) =>
      says({ ...OWLS, meetings: [{ ...strategic, ...(agendaFrom ? { agendaFrom } : {}) }, ...others] });
    expect(from({ [first]: 'priorities', [second]: 'priorities' })).toEqual([]);
    expect(from({ [first]: 'priorities', Weather: 'priorities' })).toEqual([
      'meetings[0].agendaFrom: "Weather" is no item of its agenda.',
    ]);
  });

  test('what is wrong within a topic is named by its place in the whole policy', () => {
    const { gatherings, inspections, national, outside, peerReview, reports, support, visits } = OWLS;
    const late = { days: 1, at: '09:00' };
    const early = { days: -1, at: '09:00' };
    expect(
      says({
        ...OWLS,
        gatherings: { ...gatherings, day: { ...gatherings.day, from: '18:00', to: '08:00' } },
        inspections: { ...inspections, askOutcome: early },
        national: { ...national, series: national.series.slice(0, 1).map((one) => ({ ...one, max: 99 })) },
        outside: { ...outside, ask: early },
        peerReview: { ...peerReview, halfTerms: ['autumn-2', 'autumn-2'] },
        reports: { due: reports.due.slice(0, 1).map((one) => ({ ...one, from: 'head' })) },
        support: { ...support, ask: early },
        visits: { ...visits, asks: { ...visits.asks, prepare: late } },
      }),
    ).toEqual([
      'gatherings.day.to: must be later than 18:00.',
      'inspections.askOutcome.days: must be 0 or more: nothing is asked before it has happened.',
      'national.series[0].max: must be 100 for a percentage.',
      'outside.ask.days: must be 0 or more: nothing is asked before its record is there.',
      'peerReview.halfTerms[1]: autumn-2 is there already: each must be another.',
      'reports.due[0].from: must be "ceo" for boardSoap.',
      'support.ask.days: must be 0 or more: nothing is asked before its record is there.',
      'visits.asks.prepare.days: must be 0 or less: it comes before the day it is about.',
    ]);
  });
});
