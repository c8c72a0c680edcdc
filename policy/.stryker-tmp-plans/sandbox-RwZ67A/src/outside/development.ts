/** A person's part in a programme of the policy: who, where, when (M47). Nothing of how well it goes is kept. */
// @ts-nocheck

export interface Development {
  readonly id: string;
  /** Key of the policy's programmes. */
  readonly programme: string;
  /** The person's name: trainees and many coaches have no account with the trust's roles. */
  readonly who: string;
  readonly urn: string;
  /** ISO dates; without an end it goes on. */
  readonly from: string;
  readonly until?: string;
}
