/** A school on one page and the categories over the years, over HTTP on the lists of the local Microsoft 365. */
import { type CategoryMatrixView, halfTermAt, type OnAPageView, type Person } from '@owls/policy';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { OpenWorld } from '../../src/store/open-world.ts';
import { asking, webOf } from '../api-door.ts';
import { BARN, stage, TAWNY } from '../targets/target-stage.ts';
import { PEOPLE } from '../tenant.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const { ceo, east, head0, head1 } = PEOPLE;
const NOBODY = { id: '00000000-0000-4000-8000-000000000999' };

let world: OpenWorld;
let now: string;
let ask: (person: Pick<Person, 'id'>, path: string) => Promise<Response>;
beforeAll(async () => {
  ({ world } = await stage());
  now = halfTermAt(world.policy, world.now())?.id ?? '';
  const web = webOf(world);
  ask = async (person, path) => (await asking(web, person))('GET', path);
});

const page = async (person: Person, urn: string, query = '') =>
  (await (await ask(person, `/api/schools/${urn}/page${query}`)).json()) as OnAPageView;
const years = async (person: Person) =>
  (await (await ask(person, '/api/categories/years')).json()) as CategoryMatrixView;

describe('a school on one page', () => {
  it('rests on what was returned, and shows each reader what they may see (M1, M15, M40)', async () => {
    const own = await page(head0, BARN);
    expect(own).toMatchObject({ trust: world.policy.trust.name, halfTerm: own.halfTerms[0], withheld: [] });
    const year3 = own.tables.flatMap(({ rows }) => rows).find((row) => row.year === 'Y3');
    expect(year3?.cells.find((cell) => cell?.measure === 'maths')).toMatchObject({ figure: 62 });
    const other = await page(head1, BARN);
    expect(other).toMatchObject({ comment: '', plans: [], withheld: ['category', 'comment'] });
    expect(other.category).toBeUndefined();
  });

  it('is of the half term that is asked for, with small year groups hidden on request', async () => {
    const [newest = ''] = (await page(ceo, BARN)).halfTerms;
    const asked = await page(ceo, BARN, `?halfTerm=${newest}&small=hidden`);
    expect(asked).toMatchObject({ halfTerm: newest, hidesSmall: true, showsSmall: false });
  });

  it('is not there for schools and half terms that are not, and refuses what is no half term', async () => {
    const status = async (path: string) => (await ask(ceo, `/api/schools/${path}`)).status;
    expect(await status('999999/page')).toBe(404);
    expect(await status(`${BARN}/page?halfTerm=1999-00/autumn-1`)).toBe(404);
    for (const query of ['halfTerm=now', 'halfTerm=', 'small=yes', 'halfTerm=%3Cscript%3E']) {
      const answer = await ask(ceo, `/api/schools/${BARN}/page?${query}`);
      expect(answer.status).toBe(400);
      expect(await answer.text()).toMatch(/must be a half term such as|can only be/);
    }
  });
});

describe('categories over the years', () => {
  it('show a validated category where it was validated, once it is', async () => {
    const before = (await years(ceo)).schools.find(({ urn }) => urn === BARN);
    expect(before?.categories).toEqual({});
    const by = { person: ceo.id, surface: 'tab' } as const;
    await world.judgements.validate(BARN, now, '2a', 'Seen in the visit.', undefined, by);
    const view = await years(ceo);
    expect(view.halfTerms.at(-1)).toBe(now);
    expect(view.schools.find(({ urn }) => urn === BARN)?.categories).toEqual({
      [now]: { code: '2a', move: 'new', atRisk: false },
    });
    expect((await page(head0, BARN, `?halfTerm=${now}`)).category?.now).toMatchObject({
      ...{ code: '2a', why: 'Seen in the visit.', by: ceo.name },
    });
  });

  it('are cut to the schools whose category the reader reads (M1), and closed to strangers', async () => {
    expect((await years(head0)).schools.map(({ urn }) => urn)).toEqual([BARN]);
    expect((await years(head1)).schools.map(({ urn }) => urn)).toEqual([TAWNY]);
    expect((await years(east)).schools.length).toBeGreaterThan(0);
    expect((await ask(NOBODY, '/api/categories/years')).status).toBeGreaterThanOrEqual(401);
  });
});
