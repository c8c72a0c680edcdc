import { beforeAll, describe, expect, it } from 'vitest';
import type { OpenWorld } from '../../src/store/open-world.ts';
import { makePlace, PEOPLE, type Place, typeTrust } from '../tenant.ts';

/** A list whose columns somebody loosened, as an owner of the site can: then anything can stand in a row. */
async function loosen(place: Place, list: string, column: string, change: object): Promise<void> {
  const site = (await place.byHand.get(`/sites/${place.siteHost}:${place.sitePath}`)) as { id: string };
  const columns = `/sites/${site.id}/lists/${encodeURIComponent(list)}/columns`;
  const known = (await place.byHand.get(columns)) as { value: { id: string; name: string }[] };
  const id = known.value.find(({ name }) => name === column)?.id ?? '';
  await place.byHand.send({ method: 'PATCH', url: `${columns}/${id}`, body: change });
}

describe('a row edited by hand into nonsense', () => {
  let place: Place;
  let world: OpenWorld;
  beforeAll(async () => {
    place = await makePlace();
    await typeTrust(place);
    world = await place.open();
  });

  it('is left out where it can stand for nothing, and reported with list, item, column and what to mend', async () => {
    const [row] = await place.rows('Schools');
    await loosen(place, 'Schools', 'Phase', { choice: { allowTextEntry: true } });
    await place.retype('Schools', row?.id ?? '', { Phase: 'banana' });
    await world.refresh();
    expect(world.facts().schools).toHaveLength(2);
    const problem = world.rowProblems().find(({ list }) => list === 'Schools');
    expect(problem).toMatchObject({ itemId: row?.id, key: '115850', column: 'Phase' });
    expect(problem?.says).toContain('"banana"');

    await place.retype('Schools', row?.id ?? '', { Phase: 'primary' });
    await world.refresh();
    expect(world.facts().schools).toHaveLength(3);
    expect(world.rowProblems()).toEqual([]);
  });

  it('loses only the cell where the rest still stands', async () => {
    const [row] = await place.rows('Schools');
    await loosen(place, 'Schools', 'Pupils_Y1', { number: { maximum: 1_000_000 } });
    await place.retype('Schools', row?.id ?? '', { Pupils_Y1: 30_000 });
    await world.refresh();
    const school = world.facts().schools.find(({ urn }) => urn === '115850');
    expect(school?.pupils).toMatchObject({ R: 28, Y2: 29 });
    expect(school?.pupils.Y1).toBeUndefined();
    expect(world.rowProblems()).toEqual([expect.objectContaining({ column: 'Pupils in Year 1' })]);
    await place.retype('Schools', row?.id ?? '', { Pupils_Y1: 30 });
    await world.refresh();
  });

  it('gives nobody a role when its key says something else than its columns', async () => {
    const role = (await place.rows('Roles')).find(({ fields }) => fields.Role === 'head');
    await place.retype('Roles', role?.id ?? '', { Role: 'ceo' });
    await world.refresh();
    const person = world.facts().people.find(({ id }) => id === role?.fields.Person);
    expect(person?.roles).toEqual([]);
    expect(world.rowProblems()).toEqual([expect.objectContaining({ list: 'Roles', column: 'Key' })]);
    await place.retype('Roles', role?.id ?? '', { Role: 'head' });
    await world.refresh();
    expect(world.rowProblems()).toEqual([]);
  });

  it('keeps what a wave claimed from being sent again, whatever else was typed into it', async () => {
    const claimedAt = '2026-11-23T09:00:00Z';
    const wave = await world.waves.append({
      kind: 'soap-prompt',
      members: ['soap-prompt/a'],
      claimedBy: 'i',
      claimedAt,
    });
    const row = (await place.rows('Deliveries')).find(({ fields }) => fields.Key === wave.key);
    await loosen(place, 'Deliveries', 'State', { choice: { allowTextEntry: true } });
    await place.retype('Deliveries', row?.id ?? '', { State: 'who knows', ClaimedAt: null });
    await world.refresh();
    expect(world.facts().delivered.has('soap-prompt/a')).toBe(true);
    expect(world.rowProblems()).toEqual([expect.objectContaining({ list: 'Deliveries', column: 'State' })]);
  });

  it('does not keep a service from opening', async () => {
    await place.type('People', [{ Title: 'Nobody', Key: 'not-an-id' }]);
    await place.type('SOAP returns', [{ Title: 'Odd', Key: '???', School: 'x', HalfTerm: 'never', Revision: 3 }]);
    await place.type('Meetings', [{ Title: '', Key: 'm', Kind: 'strategic' }]);
    const opened = await place.open();
    expect(opened.facts().people.map(({ id }) => id)).toContain(PEOPLE.ceo.id);
    expect(opened.rowProblems().map(({ list }) => list)).toEqual(
      expect.arrayContaining(['People', 'SOAP returns', 'Meetings']),
    );
  });
});
