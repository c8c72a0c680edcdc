import { Text } from '@fluentui/react-components';
import { wordsFor } from '../shell/Problem.tsx';
import { MOST_PEOPLE, type useBusy } from './queries.ts';

/** How far asking Outlook who is taken has got, and whose calendar could not be read. */
export function OutlookNote({
  people,
  asked: { data, error },
  nameOf,
}: {
  people: number;
  asked: ReturnType<typeof useBusy>;
  nameOf: (id: string) => string;
}) {
  return <Text role="status">{words(people, data, error, nameOf)}</Text>;
}

function words(
  people: number,
  data: ReturnType<typeof useBusy>['data'],
  error: unknown,
  nameOf: (id: string) => string,
): string {
  if (people === 0) return 'Nobody is invited to anything ahead here.';
  if (people > MOST_PEOPLE) {
    return `${people} people are invited here, and at most ${MOST_PEOPLE} calendars are asked at once: choose a kind or a school first.`;
  }
  if (error) return `${wordsFor(error).title}: ${wordsFor(error).says}`;
  if (!data) return `Asking ${people} calendars…`;
  const unread = data.unknown.map(({ person }) => nameOf(person));
  if (unread.length === 0) return `${people} calendars asked; who is taken is marked on the meetings.`;
  const more = unread.length > 5 ? ` and ${unread.length - 5} more` : '';
  return `${people - unread.length} of ${people} calendars read. Not read: ${unread.slice(0, 5).join(', ')}${more}. ${data.unknown[0]?.says ?? ''}`;
}
