import { createHash } from 'node:crypto';
import {
  type CryptoKey,
  calculateJwkThumbprint,
  exportJWK,
  exportPKCS8,
  generateKeyPair,
  importPKCS8,
  type JWK,
} from 'jose';
import type { Store } from './store.ts';

/** An RS256 key that is kept between starts: libraries cache key sets and look an unknown key id up at most hourly. */
export interface SigningKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  /** The public halves as they stand in the key set: this one first, then those it took the place of. */
  readonly jwks: readonly [JWK, ...JWK[]];
}

interface Kept {
  readonly pkcs8: string;
  readonly jwk: JWK & { readonly kid: string };
  readonly before?: readonly JWK[];
}

export async function signingKey(store: Store, name: 'entra' | 'channel'): Promise<SigningKey> {
  const kept = store.setting(`key.${name}`);
  if (kept !== undefined) {
    const { pkcs8, jwk, before = [] } = JSON.parse(kept) as Kept;
    return { kid: jwk.kid, privateKey: await importPKCS8(pkcs8, 'RS256'), jwks: [jwk, ...before] };
  }
  return rollSigningKey(store, name);
}

/** Makes a new key that signs from now on. The key set names the old one still, as it does while Microsoft rolls keys. */
export async function rollSigningKey(store: Store, name: 'entra' | 'channel'): Promise<SigningKey> {
  const kept = store.setting(`key.${name}`);
  const old = kept === undefined ? undefined : (JSON.parse(kept) as Kept);
  const before = old === undefined ? [] : [old.jwk];
  const { privateKey, publicKey } = await generateKeyPair('RS256', { modulusLength: 2048, extractable: true });
  const bare = await exportJWK(publicKey);
  const kid = createHash('sha256')
    .update(await calculateJwkThumbprint(bare))
    .digest('base64url')
    .slice(0, 27);
  const jwk = { ...bare, kty: 'RSA', use: 'sig', alg: 'RS256', kid, x5t: kid };
  store.setSetting(`key.${name}`, JSON.stringify({ pkcs8: await exportPKCS8(privateKey), jwk, before }));
  return { kid, privateKey, jwks: [jwk, ...before] };
}
