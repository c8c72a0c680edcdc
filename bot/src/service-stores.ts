/** What the service keeps for itself: where people are reached, what it sent them, and who changed what. */
import type { Audited, Duty, HalfTermId } from '@owls/policy';
import type { By } from './writes.ts';

/** How a person or a team's channel is reached. Kept from installation on; `serviceUrl` follows every inbound activity. */
export interface ConversationRow {
  /** Person id, or `team/<teamId>`. */
  readonly key: string;
  readonly conversationId: string;
  readonly serviceUrl: string;
  readonly state: 'installed' | 'removed';
}
export interface ConversationStore {
  get(key: string): ConversationRow | undefined;
  all(): readonly ConversationRow[];
  /** Writes only where something changed. */
  put(row: ConversationRow): Promise<void>;
}

export interface WaveRow {
  /** `000123` */
  readonly key: string;
  readonly kind: Duty['kind'];
  /** Delivery keys. */
  readonly members: readonly string[];
  readonly state: 'claimed' | 'done';
  readonly claimedBy: string;
  readonly claimedAt: string;
  readonly finishedAt?: string;
  readonly sent: number;
  readonly unreachable: number;
  readonly unknown: number;
  readonly version: string;
}
export interface WaveStore {
  all(): readonly WaveRow[];
  /** Appends after the last wave seen. Throws Duplicate when another instance was first: refresh and compute again. */
  append(wave: Pick<WaveRow, 'kind' | 'members' | 'claimedBy' | 'claimedAt'>): Promise<WaveRow>;
  finish(
    wave: WaveRow,
    outcome: Pick<WaveRow, 'sent' | 'unreachable' | 'unknown'> & { readonly finishedAt: string },
  ): Promise<WaveRow>;
}

/** A delivery that did not simply arrive. */
export interface UndeliveredRow {
  /** The delivery's key. */
  readonly key: string;
  readonly person: string;
  readonly state: 'unreachable' | 'unknown' | 'resend' | 'dismissed' | 'arrived';
  readonly reason: string;
  readonly at: string;
}
export interface UndeliveredStore {
  all(): readonly UndeliveredRow[];
  put(rows: readonly UndeliveredRow[]): Promise<void>;
}

/** A post in a channel. */
export interface PostRow {
  /** The delivery's key. */
  readonly key: string;
  /** Key of the team's conversation. */
  readonly team: string;
  /** The conversation that the post began. */
  readonly thread: string;
  readonly activity: string;
  /** Fingerprint of what it says. */
  readonly says: string;
  readonly at: string;
}
export interface PostStore {
  all(): readonly PostRow[];
  put(row: PostRow): Promise<void>;
}

export interface AuditEntry {
  readonly at: string;
  readonly person: string;
  readonly action: string;
  readonly school?: string;
  readonly halfTerm?: string;
  readonly field?: string;
  readonly from?: string;
  readonly to?: string;
  readonly why?: string;
  readonly surface: By['surface'];
}
export interface AuditStore {
  write(entries: readonly AuditEntry[]): Promise<void>;
  /** What was done about a school in a half term; read from SharePoint each time. */
  of(urn: string, halfTerm: HalfTermId): Promise<Audited>;
}
