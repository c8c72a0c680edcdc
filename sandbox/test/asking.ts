import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';

/** JSON that a test may walk into; a missing step is undefined and fails the expectation that reads it. */
export interface Json {
  readonly [key: string]: Json;
}
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  readonly bytes: Buffer;
  readonly body: Json;
}
export interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON, or as it is if it is a string or bytes. */
  readonly body?: unknown;
}

/** One HTTP request, trusting only the given authority; rejects if the connection breaks. */
export function ask(url: string, { method = 'GET', headers = {}, body }: Asked = {}, ca?: string): Promise<Answer> {
  const raw = typeof body === 'string' || body instanceof Uint8Array;
  const sent = body === undefined ? undefined : raw ? body : JSON.stringify(body);
  const typed: Record<string, string> = body === undefined || raw ? {} : { 'content-type': 'application/json' };
  // Node frames a DELETE's body only if its length is said.
  const length: Record<string, string> =
    sent === undefined ? {} : { 'content-length': String(Buffer.byteLength(sent)) };
  const options = { method, headers: { ...typed, ...length, ...headers }, agent: false as const };
  return new Promise((resolve, reject) => {
    const request = url.startsWith('https:') ? httpsRequest(url, { ...options, ca }) : httpRequest(url, options);
    request.on('error', reject);
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const bytes = Buffer.concat(chunks);
        const text = bytes.toString('utf8');
        const isJson = /json/.test(response.headers['content-type'] ?? '');
        const parsed = (isJson && text !== '' ? JSON.parse(text) : undefined) as Json;
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text, bytes, body: parsed });
      });
    });
    request.end(sent);
  });
}
