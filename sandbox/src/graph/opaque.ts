import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Core } from '../core/core.ts';

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** What a token says, and when the tenant's clock stood where (ms) as it was given. */
interface Opened {
  readonly says: unknown;
  readonly at: number;
}

/** The key of this state's tokens: made once, kept with the state. */
function keyOf(core: Core): Buffer {
  const kept = core.store.setting('token.key');
  if (kept !== undefined) return Buffer.from(kept, 'base64url');
  const made = randomBytes(32);
  core.store.setSetting('token.key', made.toString('base64url'));
  return made;
}

/** A paging or state token as Graph's are: nothing can be read in it, and nothing changed. `kind` is what it is good for. */
export function sealed(core: Core, kind: string, says: unknown): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, keyOf(core), nonce);
  cipher.setAAD(Buffer.from(kind));
  const inside = Buffer.concat([cipher.update(JSON.stringify({ says, at: core.clock.ms() })), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), inside]).toString('base64url');
}

/** What `sealed` was given; undefined for a token this state did not give for this kind. */
export function opened(core: Core, kind: string, token: string): Opened | undefined {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length <= nonceBytes + tagBytes) return undefined;
  const decipher = createDecipheriv(algorithm, keyOf(core), bytes.subarray(0, nonceBytes));
  decipher.setAAD(Buffer.from(kind));
  decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  try {
    const inside = Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]);
    return JSON.parse(inside.toString('utf8')) as Opened;
  } catch {
    return undefined; // not sealed with this key, or changed on its way
  }
}
