import type { PolicyFault } from '../policy-agreement.ts';
import type { TrustPolicy } from '../trust-policy.ts';
import { minutesOfDay } from './diary.ts';
import type { GatheringDefinition, GatheringsPolicy } from './gatherings-policy.ts';
import { termOf } from './terms.ts';

const OF_A_SCHOOL: readonly GatheringDefinition['rhythm'][] = [
  'school termly',
  'school half-termly',
  'governors termly',
];

/**
 * Where the values for meetings contradict each other (M6-M12), or, where the trust's policy is given, contradict its
 * calendar and its other meetings.
 */
export function gatheringsDisagreements(own: GatheringsPolicy, policy?: TrustPolicy): readonly PolicyFault[] {
  const { day, minutes, actions } = own;
  return [
    ...own.gatherings.flatMap((definition, index) => {
      const place = `gatherings[${index}]`;
      return [
        ...kinds(own, definition, index, policy),
        ...whereabouts(definition, place),
        ...frequencies(definition, place),
        ...unknownTerms(definition, place, policy),
        ...(minutesOfDay(definition.time) + definition.minutes <= 24 * 60
          ? []
          : [{ place: `${place}.minutes`, says: 'run past midnight: shorten it or begin earlier.' }]),
      ];
    }),
    ...(day.from < day.to ? [] : [{ place: 'day.to', says: `must be later than ${day.from}.` }]),
    ...(minutes.dueDays < minutes.droppedAfterDays
      ? []
      : [{ place: 'minutes.droppedAfterDays', says: `must be more than the ${minutes.dueDays} days they have.` }]),
    ...(own.agenda.reminderDaysBefore < own.agenda.daysBefore
      ? []
      : [
          {
            place: 'agenda.reminderDaysBefore',
            says: `must be fewer than the ${own.agenda.daysBefore} of the agenda.`,
          },
        ]),
    ...actions.chaseDaysAfter.flatMap((days, index) =>
      index === 0 || days > (actions.chaseDaysAfter[index - 1] ?? 0)
        ? []
        : [{ place: `actions.chaseDaysAfter[${index}]`, says: 'must be more than the days before it.' }],
    ),
  ];
}

function kinds(
  own: GatheringsPolicy,
  { kind }: GatheringDefinition,
  index: number,
  policy: TrustPolicy | undefined,
): PolicyFault[] {
  const first = own.gatherings.findIndex((other) => other.kind === kind);
  const place = `gatherings[${index}].kind`;
  if (first !== index) return [{ place, says: `${kind} is there already: each must be another.` }];
  if (!policy?.meetings.some((other) => other.kind === kind)) return [];
  return [{ place, says: `${kind} is a kind of "meetings" already: give it another.` }];
}

/** Only a school's meeting has an own school to be held in, and only it and a cluster's have a cluster. */
function whereabouts(definition: GatheringDefinition, place: string): PolicyFault[] {
  const ofSchool = OF_A_SCHOOL.includes(definition.rhythm);
  const ofCluster = ofSchool || definition.rhythm === 'cluster termly';
  const says = `does not fit the rhythm "${definition.rhythm}"`;
  return [
    ...(definition.place === 'own school' && !ofSchool
      ? [{ place: `${place}.place`, says: `${says}: name a place, or "rotating".` }]
      : []),
    ...(definition.place === 'rotating' && ofSchool
      ? [{ place: `${place}.place`, says: `${says}: it has its own school. Say "own school", or name a place.` }]
      : []),
    ...definition.attendees.flatMap(({ scope }, index) =>
      (scope === 'own school' && !ofSchool) || (scope === 'cluster' && !ofCluster)
        ? [{ place: `${place}.attendees[${index}].scope`, says: `${says}: say "trust".` }]
        : [],
    ),
  ];
}

/** A weaker school is never met less often than a stronger one (M8). */
function frequencies(definition: GatheringDefinition, place: string): PolicyFault[] {
  if (definition.rhythm !== 'school half-termly') return [];
  const { times, last } = definition;
  const { grade, heading } = times;
  const falls = (list: readonly number[]) => list.some((one, index) => one < (list[index - 1] ?? 0));
  return [
    ...(falls([grade[1], grade[2], grade[3], grade[4]])
      ? [{ place: `${place}.times.grade`, says: 'meets a lower grade less often than a higher one: raise it.' }]
      : []),
    ...(falls([heading.better, heading['in line'], heading['at risk']])
      ? [{ place: `${place}.times.heading`, says: 'meets a school at risk less often than others: raise it.' }]
      : []),
    ...(last && last.toDays > last.fromDays
      ? [{ place: `${place}.last.toDays`, says: `must be ${last.fromDays} or less: it is the later of the two days.` }]
      : []),
  ];
}

function unknownTerms(definition: GatheringDefinition, place: string, policy: TrustPolicy | undefined): PolicyFault[] {
  if (!policy || !('terms' in definition)) return [];
  const known = [...new Set(policy.calendar.years.flatMap((year) => year.halfTerms.map(({ name }) => termOf(name))))];
  return (definition.terms ?? []).flatMap((term, index) =>
    known.includes(term)
      ? []
      : [
          {
            place: `${place}.terms[${index}]`,
            says: `${term} is no term of the calendar: name one of ${known.join(', ')}.`,
          },
        ],
  );
}
