import { access, type PeopleView, peopleView } from '@owls/policy';
import { Hono } from 'hono';
import type { World } from '../world.ts';
import { insist, notFound } from './refusal.ts';
import type { ApiEnv } from './signed-in.ts';

/** Who holds which role, and whom the bot can write to (M1). */
export function peopleRoutes(): Hono<ApiEnv> {
  return new Hono<ApiEnv>().get('/people', (c) => {
    const world = c.get('world');
    insist(access(world.policy, c.get('person'), 'people.read', world.facts()));
    const view = peopleView(world.policy, world.facts(), c.get('person'), world.now(), (id) => reachOf(id, world));
    if (view === undefined) throw notFound();
    return c.json(view);
  });
}

function reachOf(person: string, world: World): PeopleView['people'][number]['reach'] {
  const conversation = world.conversations.get(person);
  if (conversation === undefined) return 'not installed';
  return conversation.state === 'installed' ? 'reachable' : 'blocked';
}
