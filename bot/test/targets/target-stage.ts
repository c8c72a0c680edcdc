/** A trust on the local Microsoft 365 whose heads set targets: a return to start from, two schools of one head, a board. */
import type { Person, SchoolTarget, SchoolTargetsView } from '@owls/policy';
import { expect } from 'vitest';
import type { OpenWorld } from '../../src/store/open-world.ts';
import { personFields, roleFields } from '../../src/trust/rows.ts';
import { asking, webOf } from '../api-door.ts';
import { makePlace, PEOPLE, type Place, typeTrust } from '../tenant.ts';

export const YEAR = '2026-27';
export const [BARN, TAWNY, SNOWY] = ['115850', '115851', '115852'] as const;

const person = (number: number, name: string, ...roles: Person['roles']): Person => ({
  id: `00000000-0000-4000-8000-0000000001${number}`,
  name,
  email: `${name.toLowerCase().replaceAll(' ', '.')}@owls.example`,
  roles,
});
const ofTrust = { kind: 'trust' } as const;
export const DIRECTORS = [
  person(11, 'Ada Wren', { role: 'director', scope: ofTrust }),
  person(12, 'Bo Lark', { role: 'director', scope: ofTrust }),
  person(13, 'Cy Finch', { role: 'director', scope: ofTrust }),
  person(14, 'Di Swift', { role: 'chair', scope: ofTrust }),
] as const;
/** Heads Tawny Hill and Little Snowy beside those who do. */
export const OF_TWO = person(
  15,
  'Eve Martin',
  { role: 'head', scope: { kind: 'school', urn: TAWNY } },
  { role: 'head', scope: { kind: 'school', urn: SNOWY } },
);

/** The trust with its board; Barn Lane has a return with a figure for each measure of Year 3 and of the school. */
export async function stage(): Promise<{ readonly place: Place; readonly world: OpenWorld }> {
  const place = await makePlace();
  await typeTrust(place);
  await typeBoard(place);
  const world = await place.open();
  await returned(world);
  return { place, world };
}

/** Types the board, and the head of two schools, into the lists. */
export async function typeBoard(place: Place): Promise<void> {
  const people = [...DIRECTORS, OF_TWO];
  const filled = (fields: object) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
  await place.type(
    'People',
    people.map((one) => filled(personFields(one))),
  );
  await place.type(
    'Roles',
    people.flatMap((one) => one.roles.map((held) => filled(roleFields({ person: one.id, held }, one.name)))),
  );
}

/** A return of Barn Lane to start from. */
export async function returned(world: OpenWorld): Promise<void> {
  const by = { person: PEOPLE.head0.id, surface: 'tab' } as const;
  const figures = { reading: 60, writing: 55, grammar: 58, maths: 62, rwm: 50 };
  const content = { school: { attendance: 95 }, comment: '', nextSteps: '' };
  const draft = await world.soap.saveDraft(
    BARN,
    `${YEAR}/autumn-1`,
    { ...content, cohorts: [{ year: 'Y3', pupils: 30, figures }] },
    undefined,
    by,
  );
  await world.soap.submit(draft, by);
}

export type Asks = (person: Pick<Person, 'id'>, method: string, path: string, body?: unknown) => Promise<Response>;
export function asksOf(world: OpenWorld): Asks {
  const web = webOf(world);
  return async (who, method, path, body) => (await asking(web, who))(method, path, body);
}

export const schoolPath = (urn: string) => `/api/targets/${YEAR}/schools/${urn}`;

export async function seen<T>(answer: Promise<Response>): Promise<T> {
  const got = await answer;
  const body = await got.text();
  expect(`${got.status} ${got.status === 200 ? '' : body}`).toBe('200 ');
  return JSON.parse(body) as T;
}

/** A target of a view, by its cell. */
export function cellOf({ targets }: SchoolTargetsView, measure: string, yearGroup?: string): SchoolTarget {
  const found = targets.find((one) => one.measure === measure && one.yearGroup === yearGroup);
  if (found === undefined) throw new Error(`There is no target for ${measure} ${yearGroup}.`);
  return found;
}

/** The target as it was seen, to take a step with. */
export function wanted({ measure, yearGroup, history }: SchoolTarget, figures?: object) {
  const cell = yearGroup === undefined ? { measure } : { measure, yearGroup };
  return { ...cell, seen: history.length, ...(figures === undefined ? {} : { figures }) };
}

/** A school's targets through all steps by HTTP: those that can be filled in are proposed so, agreed and signed off. */
export async function signedOff(ask: Asks, head: Pick<Person, 'id'>, urn: string): Promise<SchoolTargetsView> {
  const path = schoolPath(urn);
  const view = await seen<SchoolTargetsView>(ask(head, 'GET', path));
  const filled = view.targets.filter((one) => one.filled.figures !== undefined && one.state === 'missing');
  const steps = (doing: string, targets: object[]) => ({ doing, targets });
  await seen(
    ask(
      head,
      'POST',
      `${path}/steps`,
      steps(
        'propose',
        filled.map((one) => wanted(one, one.filled.figures)),
      ),
    ),
  );
  const of = (seenBefore: number) => filled.map((one) => ({ ...wanted(one), seen: seenBefore }));
  await seen(ask(PEOPLE.ceo, 'POST', `${path}/steps`, steps('agree', of(1))));
  return seen<SchoolTargetsView>(ask(PEOPLE.ceo, 'POST', `${path}/steps`, steps('sign-off', of(2))));
}
