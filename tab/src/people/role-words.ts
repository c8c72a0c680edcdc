import type { Role } from '@owls/policy';

/** Roles as the trust calls them. */
export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  ceo: 'CEO',
  chair: 'Chair of the trust',
  'head-leader': 'Head teacher leader',
  'cluster-leader': 'Cluster leader',
  'advisory-head': 'Advisory head',
  head: 'Head',
  'central-team': 'Central team',
  director: 'Director',
  'governor-chair': 'Chair of governors',
  'system-leader': 'System leader',
};
