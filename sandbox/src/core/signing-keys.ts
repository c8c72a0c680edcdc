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

/** One RS256 key that is kept between starts: libraries cache key sets and look an unknown key id up at most hourly. */
export interface SigningKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  /** The public half as it stands in a key set. */
  readonly jwk: JWK;
}

export async function signingKey(store: Store, name: 'entra' | 'channel'): Promise<SigningKey> {
  const kept = store.setting(`key.${name}`);
  if (kept !== undefined) {
    const { pkcs8, jwk } = JSON.parse(kept) as { pkcs8: string; jwk: JWK & { kid: string } };
    return { kid: jwk.kid, privateKey: await importPKCS8(pkcs8, 'RS256'), jwk };
  }
  const { privateKey, publicKey } = await generateKeyPair('RS256', { modulusLength: 2048, extractable: true });
  const bare = await exportJWK(publicKey);
  const kid = createHash('sha256')
    .update(await calculateJwkThumbprint(bare))
    .digest('base64url')
    .slice(0, 27);
  const jwk = { ...bare, kty: 'RSA', use: 'sig', alg: 'RS256', kid, x5t: kid };
  store.setSetting(`key.${name}`, JSON.stringify({ pkcs8: await exportPKCS8(privateKey), jwk }));
  return { kid, privateKey, jwk };
}
