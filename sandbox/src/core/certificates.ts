import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const usages = ['sign', 'verify'] as const;
const day = 86_400_000;

/** What an https server of the sandbox shows, and the file with the authority that vouches for it. */
export interface Certificates {
  readonly key: string;
  readonly cert: string;
  readonly caFile: string;
}

function serial(): string {
  return Buffer.from(webcrypto.getRandomValues(new Uint8Array(15))).toString('hex');
}

async function privatePem(key: webcrypto.CryptoKey): Promise<string> {
  return PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY');
}

/** The sandbox's own authority: made at the first start, kept in the state directory. */
async function authority(
  stateDir: string,
): Promise<{ cert: X509Certificate; key: webcrypto.CryptoKey; caFile: string }> {
  const caFile = join(stateDir, 'ca.pem');
  const keyFile = join(stateDir, 'ca.key');
  if (existsSync(caFile) && existsSync(keyFile)) {
    const der = PemConverter.decodeFirst(readFileSync(keyFile, 'utf8'));
    const key = await webcrypto.subtle.importKey('pkcs8', der, algorithm, true, ['sign']);
    return { cert: new X509Certificate(readFileSync(caFile, 'utf8')), key, caFile };
  }
  const keys = await webcrypto.subtle.generateKey(algorithm, true, [...usages]);
  const cert = await X509CertificateGenerator.createSelfSigned({
    serialNumber: serial(),
    name: 'CN=Local Microsoft 365 sandbox authority',
    notBefore: new Date(Date.now() - day),
    notAfter: new Date(Date.now() + 3650 * day),
    signingAlgorithm: algorithm,
    keys,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  writeFileSync(keyFile, await privatePem(keys.privateKey), { mode: 0o600 });
  writeFileSync(caFile, cert.toString('pem'));
  return { cert, key: keys.privateKey, caFile };
}

/** A certificate for this machine's own addresses, made anew at each start under the kept authority. */
export async function certificates(stateDir: string): Promise<Certificates> {
  const ca = await authority(stateDir);
  const keys = await webcrypto.subtle.generateKey(algorithm, true, [...usages]);
  const cert = await X509CertificateGenerator.create({
    serialNumber: serial(),
    subject: 'CN=127.0.0.1',
    issuer: ca.cert.subject,
    notBefore: new Date(Date.now() - day),
    notAfter: new Date(Date.now() + 397 * day),
    signingAlgorithm: algorithm,
    publicKey: keys.publicKey,
    signingKey: ca.key,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
      new SubjectAlternativeNameExtension([
        { type: 'ip', value: '127.0.0.1' },
        { type: 'ip', value: '::1' },
        { type: 'dns', value: 'localhost' },
      ]),
      await AuthorityKeyIdentifierExtension.create(ca.cert.publicKey),
    ],
  });
  return { key: await privatePem(keys.privateKey), cert: cert.toString('pem'), caFile: ca.caFile };
}
