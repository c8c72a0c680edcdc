import { access } from '@owls/policy';
import { Hono } from 'hono';
import { insist } from './refusal.ts';
import type { ApiEnv } from './signed-in.ts';

/** The trust's own policy, and the rules that its parts carry out. */
export function policyRoutes(): Hono<ApiEnv> {
  return new Hono<ApiEnv>().get('/policy', (c) => {
    const world = c.get('world');
    insist(access(world.policy, c.get('person'), 'policy.read', world.facts()));
    return c.json({ policy: world.policy, rules: RULES });
  });
}

/** Which rule of the strategy is carried out where, in words for whoever reads the policy page. */
const RULES = [
  {
    id: 'M1',
    says: 'Who may see and do what follows from the roles on the list of people and what the policy allows each; the default is no.',
  },
  { id: 'M2', says: "Schools and their published results come from the government's files, with a preview." },
  { id: 'M3', says: 'Terms, half terms, INSET days and bank holidays set every date.' },
  { id: 'M4', says: 'All heads meet the CEO at the strategic meeting, in term time.' },
  { id: 'M5', says: 'Advisory heads meet in term time, hosted by the schools in turn.' },
  { id: 'M13', says: 'What a school returns each half term: its School On A Page.' },
  { id: 'M14', says: 'Heads are asked, reminded, and the overdue are passed on to who answers for them.' },
  {
    id: 'M15',
    says: 'Impossible figures are refused, surprising ones explained, small groups hidden from other schools.',
  },
  {
    id: 'M24',
    says: 'The scale of categories: the last Ofsted grade and how secure the school is in it. There is no 4cc.',
  },
  { id: 'M25', says: 'The cluster leader proposes and the CEO validates, each half term.' },
  { id: 'M26', says: "The round's summary goes to the trust's channel, with gaps named." },
] as const;
