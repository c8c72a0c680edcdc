import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphRoutes } from '../../src/graph/routes.ts';
import { calendars } from './operations/calendar.ts';
import { files } from './operations/files.ts';
import { lists } from './operations/lists.ts';
import { people } from './operations/people.ts';
import { sites } from './operations/sites.ts';
import { type Case, stage } from './operations/stage.ts';

// Each operation the sandbox's Graph offers, once done and once refused as its page documents it ("Response", "Error
// codes"). A new operation needs a line in `operations/`.

beforeAll(() => stage.begin());
afterAll(() => stage.tenant.stop());

const cases: Readonly<Record<string, Case>> = { ...people, ...sites, ...lists, ...files, ...calendars };

describe('every operation', () => {
  it.each(Object.entries(cases))('%s', async (operation, [done, refused, status, code]) => {
    const met = async () =>
      Number((await stage.tenant.control('GET', '/api/traffic')).body.graph?.byOperation?.[operation] ?? 0);
    const before = await met();
    if (done) {
      const answer = await done();
      expect(answer.status, answer.text).toBeLessThan(300);
    }
    const answer = await refused();
    expect([answer.status, answer.body.error?.code], answer.text).toEqual([status, code]);
    expect((await met()) - before).toBeGreaterThanOrEqual(done ? 2 : 1);
  });

  it('has its line here', () => {
    const offered = graphRoutes.flatMap((routes) => Object.keys(routes));
    expect(Object.keys(cases).sort()).toEqual(offered.sort());
  });
});
