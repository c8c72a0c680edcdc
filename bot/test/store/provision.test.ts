import { randomUUID } from 'node:crypto';
import { OWLS, type TrustPolicy } from '@owls/policy';
import { describe, expect, it } from 'vitest';
import { GroupSite } from '../../src/provision/group-site.ts';
import { provision } from '../../src/provision/provision.ts';
import { listsOf } from '../../src/store/lists.ts';
import { NotProvisioned } from '../../src/store/open-world.ts';
import { makePlace } from '../tenant.ts';

describe('setting up a site', () => {
  it('makes every list with all its columns, and changes nothing when run again', async () => {
    const place = await makePlace({ setUp: false });
    const first = await provision(place.byHand, place, OWLS);
    expect(first.done).toHaveLength(Object.keys(listsOf(OWLS)).length);

    const told: string[] = [];
    const second = await provision(place.byHand, place, OWLS, (what) => told.push(what));
    expect(second.done).toEqual([]);
    expect(told).toEqual([]);
  });

  it('ends with one set of lists when two set-ups run at once', async () => {
    const place = await makePlace({ setUp: false });
    await Promise.all([provision(place.byHand, place, OWLS), provision(place.byHand, place, OWLS)]);
    const lists = (await place.byHand.get(`/sites/${place.siteHost}:${place.sitePath}`)) as { id: string };
    const page = (await place.byHand.get(`/sites/${lists.id}/lists`)) as { value: { displayName: string }[] };
    const titles = page.value.map(({ displayName }) => displayName).sort();
    expect(titles).toEqual(
      Object.values(listsOf(OWLS))
        .map(({ title }) => title)
        .sort(),
    );
    expect((await provision(place.byHand, place, OWLS)).done).toEqual([]);
  });

  it('adds the column of a measure and the choice of a category that the policy gained', async () => {
    const place = await makePlace();
    const [firstMeasure] = OWLS.soap.measures;
    const [firstCategory] = OWLS.categorisation.scale;
    if (firstMeasure === undefined || firstCategory === undefined) throw new Error('the policy has no measures');
    const { years: _, within: __, ...wholeSchool } = firstMeasure;
    const grown: TrustPolicy = {
      ...OWLS,
      soap: {
        ...OWLS.soap,
        measures: [...OWLS.soap.measures, { ...wholeSchool, key: 'outdoor', name: 'Outdoor learning' }],
      },
      categorisation: {
        ...OWLS.categorisation,
        scale: [...OWLS.categorisation.scale, { ...firstCategory, code: '5x' }],
      },
    };
    const { done } = await provision(place.byHand, place, grown);
    expect(done).toHaveLength(3);
    expect(done.join('\n')).toContain('Added "Outdoor learning" to the list "SOAP returns"');
    expect(done.join('\n')).toContain('the choices 5x');
    expect((await provision(place.byHand, place, grown)).done).toEqual([]);
  });

  it('refuses a site that belongs to a group, and says what to do', async () => {
    const place = await makePlace({ setUp: false, group: randomUUID() });
    const attempt = provision(place.byHand, place, OWLS);
    await expect(attempt).rejects.toThrow(GroupSite);
    await expect(attempt).rejects.toThrow(/All heads.*site without a group/);
  });

  it('is asked for by the service when a list is missing', async () => {
    const place = await makePlace({ setUp: false });
    const opening = place.open();
    await expect(opening).rejects.toThrow(NotProvisioned);
    await expect(opening).rejects.toThrow(/not set up: no list "Schools"/);
  });
});
