/**
 * What a meeting's agenda and minutes say, whether on a card or in a document: facts and headed lists, in people's own
 * words as they typed them. Each form makes them safe and cuts them in its own way.
 */
import { dayInWords, type GatheringView } from '@owls/policy';

interface Fact {
  readonly title: string;
  /** Never empty. */
  readonly values: readonly string[];
}

export interface Section {
  readonly title: string;
  readonly points: readonly string[];
  /** The same as a table, where it is one. */
  readonly table?: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };
}

/** When and where a meeting is, who is invited, and who cannot come. */
export function agendaFacts({ meeting, school, people }: GatheringView): readonly Fact[] {
  const away = people.filter((one) => one.away !== undefined);
  const cluster = school && school.cluster !== '' ? `, ${school.cluster} cluster` : '';
  const host = school && `${school.name}${cluster}`;
  return [
    ...(host !== undefined && school?.name === meeting.place
      ? [{ title: 'Where', values: [host] }]
      : [
          { title: 'Where', values: [meeting.place || 'Place to be told'] },
          ...(host === undefined ? [] : [{ title: 'School', values: [host] }]),
        ]),
    { title: 'Who', values: people.length === 0 ? ['Nobody yet'] : people.map(({ name }) => name) },
    ...(away.length === 0
      ? []
      : [
          {
            title: 'Can’t come',
            values: away.map(({ name, away: said }) => (said?.instead ? `${name} (${said.instead} comes)` : name)),
          },
        ]),
  ];
}

/** The agenda filled from the facts, and what people added. */
export function agendaSections({ agenda, points }: GatheringView): readonly Section[] {
  const added = points.filter(({ kind }) => kind === 'agenda item').map(({ text, byName }) => `${text} (${byName})`);
  return [...agenda, ...(added.length === 0 ? [] : [{ title: 'Added', points: added }])];
}

/** Who came, or why it was not held; nothing while the minutes are being written. */
export function minutesFacts({ sheet, people }: GatheringView): readonly Fact[] {
  if (sheet === undefined || sheet.state === 'draft') return [];
  if (sheet.state === 'not held') return [{ title: 'Why it was not held', values: [sheet.because] }];
  const came = people.filter(({ id }) => sheet.attended.includes(id)).map(({ name }) => name);
  const others = sheet.attended.length - came.length;
  const values = [...came, ...(others > 0 ? [`${others} others`] : [])];
  return values.length === 0 ? [] : [{ title: 'Who came', values }];
}

/** What was decided, agreed and found; kinds of which there are none are left out. */
export function minutesSections({ points, actions }: GatheringView): readonly Section[] {
  const of = (kind: string) =>
    points
      .filter((one) => one.kind === kind)
      .map(({ text, school }) => (school === undefined ? text : `${school}: ${text}`));
  return [
    { title: 'Decisions', points: of('decision') },
    {
      title: 'Actions',
      points: actions.map(
        ({ text, ownerName, by, done }) =>
          `${done === undefined ? '' : '✓ '}${text} (${ownerName}, by ${dayInWords(by)})`,
      ),
      table: {
        head: ['What', 'Who', 'By', 'Done'],
        rows: actions.map(({ text, ownerName, by, done }) => [
          text,
          ownerName,
          dayInWords(by),
          done === undefined ? '' : dayInWords(done),
        ]),
      },
    },
    { title: 'Partnership priorities', points: of('priority') },
    { title: 'Areas to develop', points: of('development area') },
  ].filter(({ points: some }) => some.length > 0);
}
