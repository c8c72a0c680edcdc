/** The people of the trust and the roles they hold (M1). One person can hold several. */
// @ts-nocheck

export const ROLES = [
  'ceo',
  'chair',
  'head-leader',
  'cluster-leader',
  'advisory-head',
  'head',
  'central-team',
  'director',
  'governor-chair',
  'system-leader',
] as const;
export type Role = (typeof ROLES)[number];

/** What a role reaches: the trust, one cluster, or one school. */
export type Scope =
  | { readonly kind: 'trust' }
  | { readonly kind: 'cluster'; readonly cluster: string }
  | { readonly kind: 'school'; readonly urn: string };

export interface RoleHeld {
  readonly role: Role;
  readonly scope: Scope;
  /** A head teacher leader's strategic area, for example "Curriculum and assessment". */
  readonly area?: string;
}

export interface Person {
  /** The person's Entra object id: their key everywhere. */
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly RoleHeld[];
}
