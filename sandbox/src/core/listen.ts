import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import type { Certificates } from './certificates.ts';

type Fetch = (request: Request, env: HttpBindings) => Response | Promise<Response>;

export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Serves `fetch` on 127.0.0.1. A wanted port that is taken is left to its owner if `fallback`, else it is an error.
 * With certificates over https, without over http.
 */
export async function listen(
  fetch: Fetch,
  port: number,
  certificates: Certificates | undefined,
  fallback: boolean,
): Promise<Listening> {
  const listener = getRequestListener((request, env) => fetch(request, env as HttpBindings));
  const server = certificates
    ? createHttpsServer({ key: certificates.key, cert: certificates.cert, keepAliveTimeout: 65_000 }, listener)
    : createHttpServer({ keepAliveTimeout: 65_000 }, listener);
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (error) {
    if (fallback && port !== 0 && (error as NodeJS.ErrnoException).code === 'EADDRINUSE')
      return listen(fetch, 0, certificates, false);
    throw error;
  }
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
