import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Json } from '../asking.ts';

interface Asked {
  readonly path: string;
  readonly validationToken: string | null;
  readonly contentType: string;
  readonly body: Json | undefined;
}
interface Answering {
  readonly status: number;
  readonly type?: string;
  readonly body?: string;
}
const taken: Answering = { status: 202 };

/** An endpoint for notifications: validates as it should unless the test says otherwise, and keeps what it was sent. */
export class Notified {
  readonly asked: Asked[] = [];
  /** How a validation is answered; the token as it is, by default. */
  validates: (token: string) => Answering = (token) => ({ status: 200, type: 'text/plain', body: token });
  answer: () => Answering = () => taken;
  readonly #server = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => {
      text += chunk;
    });
    request.on('end', () => {
      const { pathname, searchParams } = new URL(request.url ?? '', 'http://here/');
      const token = searchParams.get('validationToken');
      const body = text === '' ? undefined : (JSON.parse(text) as Json);
      this.asked.push({
        ...{ path: pathname, validationToken: token, body },
        contentType: request.headers['content-type'] ?? '',
      });
      const { status, type = 'text/plain', body: said = '' } = token === null ? this.answer() : this.validates(token);
      response.writeHead(status, { 'content-type': type }).end(said);
    });
  });
  url = '';

  static async start(): Promise<Notified> {
    const made = new Notified();
    await new Promise<void>((resolve) => made.#server.listen(0, '127.0.0.1', resolve));
    made.url = `http://127.0.0.1:${(made.#server.address() as AddressInfo).port}`;
    return made;
  }

  /** The single notifications at a path, in the order they came; waits until there are so many. */
  async told(path: string, count: number): Promise<Json[]> {
    const end = Date.now() + 8_000;
    for (;;) {
      const all = this.asked.filter((one) => one.path === path && one.validationToken === null);
      const found = all.flatMap(({ body }) => (Array.isArray(body?.value) ? (body.value as Json[]) : []));
      if (found.length >= count || Date.now() > end) return found;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
