import { expect, it } from 'vitest';
import { meetingPlace, tabLink } from '../src/tab-link.ts';

const endpoint = 'https://owls.example';

it('a link opens its place in Teams where the Teams app is known', () => {
  const link = new URL(tabLink({ endpoint, teamsAppId: 'an-app' }, meetingPlace('advisory/2026-27/3')));
  expect(`${link.origin}${link.pathname}`).toBe('https://teams.microsoft.com/l/entity/an-app/owls');
  expect(JSON.parse(link.searchParams.get('context') ?? '')).toEqual({ subEntityId: 'meeting/advisory/2026-27/3' });
  expect(link.searchParams.get('webUrl')).toBe('https://owls.example/tab/#/meeting/advisory/2026-27/3');
});

it('else it opens the page that says how to get there', () => {
  expect(tabLink({ endpoint }, 'meeting/advisory/2026-27/3')).toBe(
    'https://owls.example/tab/#/meeting/advisory/2026-27/3',
  );
});

it('a key with letters of its own stays one key', () => {
  expect(meetingPlace('peer-review/2026-27/115850/1 & 2')).toBe('meeting/peer-review/2026-27/115850/1%20%26%202');
});
