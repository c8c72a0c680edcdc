import { accessDisagreements } from './access/access-agreement.ts';
import { concernsDisagreements } from './concerns/concerns-policy.ts';
import { gatheringsDisagreements } from './gatherings/gatherings-agreement.ts';
import { groupsDisagreements } from './groups/groups-policy.ts';
import { inspectionsDisagreements } from './inspections/inspections-policy.ts';
import { nationalDisagreements } from './national/national-policy.ts';
import { outsideDisagreements } from './outside/outside-policy.ts';
import { peerReviewDisagreements } from './peer-review/peer-review-policy.ts';
import { plansDisagreements } from './plans/plans-policy.ts';
import { reportsDisagreements } from './reports/reports-policy.ts';
import { supportDisagreements } from './support/support-policy.ts';
import { targetsDisagreements } from './targets/targets-policy.ts';
import { OFSTED_GRADES } from './trust/school.ts';
import type { AcademicYearPolicy, DayOffset, TrustPolicy } from './trust-policy.ts';
import { visitsDisagreements } from './visits/visits-policy.ts';

/** A place in a policy where something is wrong, what is wrong there and what would be right. */
export interface PolicyFault {
  /** For example `calendar.years[1].halfTerms[0].to`. */
  readonly place: string;
  readonly says: string;
}

/** Where the values of a policy contradict each other, each value being well formed by itself. */
export function disagreements(policy: TrustPolicy): readonly PolicyFault[] {
  return [
    ...years(policy.calendar.years),
    ...twice(
      policy.meetings.map(({ kind }) => kind),
      'meetings',
      'kind',
    ),
    ...policy.meetings.flatMap(({ agenda, agendaFrom = {} }, index) =>
      Object.keys(agendaFrom)
        .filter((title) => !agenda.includes(title))
        .map((title) => ({ place: `meetings[${index}].agendaFrom`, says: `"${title}" is no item of its agenda.` })),
    ),
    ...measures(policy),
    ...steps(policy),
    ...groupsDisagreements(policy.soap),
    ...inOrder(policy.soap.window, ['opens', 'due', 'closes'], 'soap.window'),
    ...inOrder(
      policy.categorisation.round,
      ['opens', 'proposalsDue', 'validationsDue', 'summaryAt'],
      'categorisation.round',
    ),
    ...(policy.soap.bands.strong > policy.soap.bands.secure
      ? []
      : [{ place: 'soap.bands.strong', says: 'must be above "secure": it is the higher band.' }]),
    ...scale(policy),
    ...evidenceConcerns(policy),
    ...policy.asking.times.flatMap((time, at, all) =>
      (all[at - 1] ?? '') < time
        ? []
        : [{ place: `asking.times[${at}]`, says: 'must be later than the one before it.' }],
    ),
    ...topics(policy),
  ];
}

function years(given: readonly AcademicYearPolicy[]): PolicyFault[] {
  return given.flatMap((year, index) => {
    const place = `calendar.years[${index}]`;
    const start = Number(year.year.slice(0, 4));
    const right = `${start}-${String((start + 1) % 100).padStart(2, '0')}`;
    const before = given[index - 1];
    const lastDay = before?.halfTerms.at(-1)?.to;
    return [
      ...(year.year === right
        ? []
        : [{ place: `${place}.year`, says: `is ${year.year}: the year that begins in ${start} is ${right}.` }]),
      ...(before && before.year >= year.year
        ? [{ place: `${place}.year`, says: `comes after ${before.year}: put the years in order, each once.` }]
        : []),
      ...halfTerms(year, place, lastDay),
    ];
  });
}

function halfTerms(year: AcademicYearPolicy, place: string, lastDay: string | undefined): PolicyFault[] {
  return [
    ...(year.halfTerms.length > 0 ? [] : [{ place: `${place}.halfTerms`, says: 'are none: give at least one.' }]),
    ...twice(
      year.halfTerms.map(({ name }) => name),
      `${place}.halfTerms`,
      'name',
    ),
    ...year.halfTerms.flatMap(({ from, to }, index) => {
      const at = `${place}.halfTerms[${index}]`;
      const before = index === 0 ? lastDay : year.halfTerms[index - 1]?.to;
      return [
        ...(from <= to
          ? []
          : [{ place: `${at}.to`, says: `is ${to}, before its first day ${from}: give a later day.` }]),
        ...(before === undefined || before < from
          ? []
          : [
              {
                place: `${at}.from`,
                says: `is ${from}, but the half term before ends on ${before}: give a later day.`,
              },
            ]),
      ];
    }),
  ];
}

function measures({ soap }: TrustPolicy): PolicyFault[] {
  const byKey = new Map(soap.measures.map((measure) => [measure.key, measure]));
  return [
    ...twice(
      soap.measures.map(({ key }) => key),
      'soap.measures',
      'key',
    ),
    ...soap.measures.flatMap((measure, index) => {
      const place = `soap.measures[${index}]`;
      const tooHigh = measure.unit === '%' && measure.max > 100;
      return [
        ...(tooHigh ? [{ place: `${place}.max`, says: 'must be 100 or less for a percentage.' }] : []),
        ...(measure.within ?? []).flatMap((part, at) => {
          const found = byKey.get(part);
          if (found && found.years?.join() === measure.years?.join()) return [];
          const says = found
            ? `${part} is not asked of the same year groups as ${measure.key}: name measures of the same ones.`
            : `there is no measure with the key ${part}: name one of ${[...byKey.keys()].join(', ')}.`;
          return [{ place: `${place}.within[${at}]`, says }];
        }),
      ];
    }),
  ];
}

function steps({ soap }: TrustPolicy): PolicyFault[] {
  const wholeSchool = soap.measures.filter(({ years: asked }) => !asked).map(({ key }) => key);
  const asked = soap.steps.flatMap(({ school }) => school ?? []);
  const unasked = wholeSchool.filter((key) => !asked.includes(key));
  const yearsOfSteps = soap.steps.flatMap(({ years: of }) => of ?? []);
  const yearsOfMeasures = [...new Set(soap.measures.flatMap(({ years: of }) => of ?? []))];
  const forgotten = yearsOfMeasures.filter((year) => !yearsOfSteps.includes(year));
  const none = 'soap.steps';
  return [
    ...twice(
      soap.steps.map(({ key }) => key),
      'soap.steps',
      'key',
    ),
    ...soap.steps.flatMap(({ school = [] }, index) =>
      school.flatMap((key, at) =>
        wholeSchool.includes(key)
          ? []
          : [
              {
                place: `soap.steps[${index}].school[${at}]`,
                says: `${key} is no whole-school measure: name one of ${wholeSchool.join(', ')}.`,
              },
            ],
      ),
    ),
    ...repeated(asked).map((key) => ({ place: none, says: `ask ${key} twice: ask it in one step.` })),
    ...repeated(yearsOfSteps).map((year) => ({ place: none, says: `ask ${year} twice: ask it in one step.` })),
    ...unasked.map((key) => ({ place: none, says: `never ask ${key}: put it into a step, or take the measure out.` })),
    ...forgotten.map((year) => ({ place: none, says: `never ask ${year}, which has measures: put it into a step.` })),
  ];
}

function inOrder<Name extends string>(
  offsets: Readonly<Record<Name, DayOffset>>,
  names: readonly Name[],
  place: string,
): PolicyFault[] {
  return names.flatMap((name, index) => {
    const before = names[index - 1];
    if (before === undefined || isBefore(offsets[before], offsets[name])) return [];
    return [{ place: `${place}.${name}`, says: `must come after "${before}".` }];
  });
}

function isBefore(one: DayOffset, other: DayOffset): boolean {
  return one.days < other.days || (one.days === other.days && one.at < other.at);
}

function scale({ categorisation }: TrustPolicy): PolicyFault[] {
  return [
    ...twice(
      categorisation.scale.map(({ code }) => code),
      'categorisation.scale',
      'code',
    ),
    // Below grade 4 there is nothing to slip to, so 4cc and its like can't exist (M24).
    ...categorisation.scale.flatMap(({ code, ofsted, heading }, index) =>
      ofsted === 4 && heading === 'at risk'
        ? [
            {
              place: `categorisation.scale[${index}]`,
              says: `${code} can't be: no grade lies below 4 to slip to. Take it out.`,
            },
          ]
        : [],
    ),
    // A school can always be of any grade, and with nothing to go by it is in line (M27).
    ...OFSTED_GRADES.filter(
      (grade) => !categorisation.scale.some(({ ofsted, heading }) => ofsted === grade && heading === 'in line'),
    ).map((grade) => ({
      place: 'categorisation.scale',
      says: `has no category of grade ${grade} that is in line: give each grade one.`,
    })),
  ];
}

function evidenceConcerns({ soap, categorisation }: TrustPolicy): PolicyFault[] {
  const wholeSchool = soap.measures.filter(({ years: asked }) => !asked).map(({ key }) => key);
  return Object.keys(categorisation.evidence.concern)
    .filter((key) => !wholeSchool.includes(key))
    .map((key) => ({
      place: `categorisation.evidence.concern.${key}`,
      says: `is no whole-school measure: name one of ${wholeSchool.join(', ')}.`,
    }));
}

function topics(policy: TrustPolicy): readonly PolicyFault[] {
  const measures = policy.soap.measures.map(({ key }) => key);
  const names = policy.calendar.years.flatMap((year) => year.halfTerms.map(({ name }) => name));
  return [
    ...within('gatherings', gatheringsDisagreements(policy.gatherings, policy)),
    ...within('inspections', inspectionsDisagreements(policy.inspections)),
    ...within('national', nationalDisagreements(policy.national)),
    ...within('outside', outsideDisagreements(policy.outside)),
    ...within('peerReview', peerReviewDisagreements(policy.peerReview)),
    ...within('reports', reportsDisagreements(policy.reports)),
    ...within('support', supportDisagreements(policy.support)),
    ...targetsDisagreements(policy.targets, policy.soap.measures),
    ...within('visits', visitsDisagreements(policy.visits)),
    ...concernsDisagreements(policy.concerns, measures),
    ...plansDisagreements(policy.plans, names),
    ...unknownHalfTerms(policy, names),
    ...accessDisagreements(policy),
  ];
}

/** Half terms that a topic names and the calendar doesn't have. */
function unknownHalfTerms({ visits, peerReview }: TrustPolicy, names: readonly string[]): readonly PolicyFault[] {
  const named = [
    ...visits.focus.map(({ halfTerm }, at) => ({ place: `visits.focus[${at}].halfTerm`, halfTerm })),
    ...visits.reviews.map(({ halfTerm }, at) => ({ place: `visits.reviews[${at}].halfTerm`, halfTerm })),
    ...visits.checks.flatMap(({ windows }, at) =>
      windows.flat().map((halfTerm) => ({ place: `visits.checks[${at}].windows`, halfTerm })),
    ),
    ...peerReview.halfTerms.map((halfTerm, at) => ({ place: `peerReview.halfTerms[${at}]`, halfTerm })),
  ];
  return named
    .filter(({ halfTerm }) => !names.includes(halfTerm))
    .map(({ place, halfTerm }) => ({
      place,
      says: `the calendar has no ${halfTerm}: name one of ${[...new Set(names)].join(', ')}.`,
    }));
}

/** Faults that a topic names by its own places, put where the topic stands in the policy. */
function within(topic: string, faults: readonly PolicyFault[]): readonly PolicyFault[] {
  return faults.map(({ place, says }) => ({ place: `${topic}.${place}`, says }));
}

function twice(keys: readonly string[], list: string, field: string): PolicyFault[] {
  return keys.flatMap((key, index) =>
    keys.indexOf(key) === index
      ? []
      : [{ place: `${list}[${index}].${field}`, says: `${key} is there already: each must be another.` }],
  );
}

function repeated(keys: readonly string[]): readonly string[] {
  return [...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))];
}
