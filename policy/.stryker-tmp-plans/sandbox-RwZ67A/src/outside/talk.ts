/** A talk with an outside body about the trust or some of its schools (M46). */
// @ts-nocheck

export interface Talk {
  readonly id: string;
  /** Key of the policy's bodies. */
  readonly body: string;
  /** ISO instants: when it took or takes place, and when it was recorded. */
  readonly at: string;
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly startedBy: 'trust' | 'body';
  /** Schools it is about; none where it is about the trust as a whole. */
  readonly urns: readonly string[];
  readonly about: string;
  /** Schools whose chair of governors is to know as well. */
  readonly governorsToo: readonly string[];
  readonly told: readonly { readonly person: string; readonly at: string }[];
  /** Who is kept out of it, by which exception of the policy, and why. */
  readonly withheld: readonly Withheld[];
}

export interface Withheld {
  readonly urn: string;
  readonly from: 'head' | 'governor-chair';
  readonly exception: string;
  readonly reason: string;
  readonly by: string;
}
