/**
 * The whole tab over example facts, for development, screenshots and browser tests; no part of the product's build.
 * `?schools=10&as=ceo|leader|head|director|nobody&head=3&messy&lived&board&inspected&wordy&answered&reopened&reviewed&visited&theme=dark&fault=500#/school/115800`
 */
import type { Person, SoapReturn } from '@owls/policy';
import { createRoot } from 'react-dom/client';
import type { Host } from '../../src/m365/host.ts';
import { themeNamed } from '../../src/m365/host.ts';
import { App } from '../../src/shell/App.tsx';
import { withAgreements } from '../examples/agreements.ts';
import { exampleFetch } from '../examples/api.ts';
import { withReopened } from '../examples/collection.ts';
import { exampleFacts } from '../examples/facts.ts';
import { livedIn } from '../examples/meetings.ts';
import { withReviews } from '../examples/reviews.ts';
import { withInspections } from '../examples/seen-from-outside.ts';
import { DIRECTORS, withTargets } from '../examples/targets.ts';
import { type ExampleTrust, exampleTrust } from '../examples/trust.ts';
import { withVisits } from '../examples/visits.ts';

const asked = new URLSearchParams(window.location.search);
const made = exampleTrust(Number(asked.get('schools') ?? '10'), asked.has('messy'));
const trust = asked.has('board') ? { ...made, people: [...made.people, ...DIRECTORS] } : made;
const person = personFor(trust, asked.get('as') ?? 'ceo');
const plain = asked.has('board') ? withTargets(exampleFacts(trust)) : exampleFacts(trust);
const seen = asked.has('inspected') ? withInspections(plain) : plain;
const known = asked.has('wordy') ? { ...seen, returns: seen.returns.map(wordy) } : seen;
const answered = asked.has('answered') ? withAgreements(known) : known;
const opened = asked.has('reopened') ? withReopened(answered) : answered;
const reviewed = asked.has('reviewed') ? withReviews(opened) : opened;
const visited = asked.has('visited') ? withVisits(reviewed) : reviewed;
const facts = asked.has('lived') ? livedIn(visited) : visited;
const inMemory = exampleFetch(facts, person, asked.get('now') ?? trust.now, asked.has('elsewhere'));
/** Writes find no connection while the browser has none, as the service's would not. */
const answers: typeof window.fetch = async (input, init) => {
  if (!navigator.onLine && init?.method !== 'GET') throw new TypeError('Failed to fetch');
  return inMemory(input, init);
};
const fault = asked.get('fault');

const host: Host = {
  theme: themeNamed(asked.get('theme')),
  place: undefined,
  chat: asked.get('chat') ?? undefined,
  inMeeting: asked.has('beside'),
  onTheme: (changed) =>
    window.addEventListener('message', ({ data, origin }) => {
      if (origin === window.location.origin && typeof data === 'string') changed(themeNamed(data));
    }),
  token: async () => 'example',
  ready: () => {
    document.documentElement.dataset.ready = 'yes';
  },
};

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root element.');
const spoken = asked.has('meddle') ? meddled() : answers;
createRoot(root).render(<App connect={async () => host} fetch={fault === null ? spoken : faulty(fault)} />);

/** Answers who is looking, and refuses everything else: how each view looks in trouble. */
function faulty(kind: string): typeof window.fetch {
  return async (input, init) => {
    if (String(input).endsWith('/api/me')) return answers(input, init);
    if (kind === 'silence') throw new TypeError('Failed to fetch');
    if (kind === 'slow') return new Promise<Response>(() => undefined);
    return new Response(
      JSON.stringify({ error: { code: 'example', message: 'The list could not be read just now.' } }),
      {
        status: Number(kind),
      },
    );
  };
}

/** Somebody else saved the return first: the first save meets their version (409), the next ones go through. */
function meddled(): typeof window.fetch {
  let met = false;
  return async (input, init) => {
    if (met || init?.method !== 'PUT') return answers(input, init);
    met = true;
    const theirs = { cohorts: [], school: { attendance: 88 }, comment: 'Typed in chat.', nextSteps: '' };
    const kept = { version: '"9"', revision: 1, savedAt: trust.now, savedBy: 'deputy' };
    const error = { code: 'conflict', message: 'This was changed since you opened it.' };
    return new Response(JSON.stringify({ error, current: { ...theirs, ...kept } }), { status: 409 });
  };
}

/** A return whose head had very much to say. */
function wordy(one: SoapReturn): SoapReturn {
  return { ...one, comment: Array.from({ length: 12 }, () => one.comment).join('\n\n') };
}

function personFor(from: ExampleTrust, role: string): Person {
  const held = { ceo: 'ceo', leader: 'cluster-leader', head: 'head', director: 'director' }[role];
  const holders = from.people.filter(({ roles }) => roles.some((one) => one.role === held));
  return (
    holders[Number(asked.get('head') ?? '0')] ??
    holders[0] ?? { id: 'nobody', name: 'Robin Fielding', email: 'robin@trust.example', roles: [] }
  );
}
