import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:https';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: unknown;
}
export type TrustedFetch = (
  method: string,
  url: string,
  options?: { readonly headers?: Readonly<Record<string, string>>; readonly body?: string },
) => Promise<Answer>;

/**
 * Requests that trust one certificate authority besides the system's: the sandbox's own, which is made only when the
 * sandbox first starts, too late for NODE_EXTRA_CA_CERTS of a process that runs already.
 */
export function trusting(caFile: string): TrustedFetch {
  const agent = new Agent({ ca: readFileSync(caFile), keepAlive: true, maxSockets: 8 });
  return (method, url, options = {}) =>
    new Promise((resolve, reject) => {
      const sent = request(url, { method, agent, headers: { ...options.headers } }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('error', reject);
        answer.on('end', () => {
          const text = Buffer.concat(parts).toString('utf8');
          const json = answer.headers['content-type']?.includes('json') ?? false;
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body: json && text !== '' ? JSON.parse(text) : text,
          });
        });
      });
      sent.on('error', reject);
      sent.end(options.body);
    });
}
