import type { Core } from '../core/core.ts';
import { requireGrant } from './access/check.ts';
import { errorBody, type GraphAnswer, GraphError, type GraphRequest } from './exchange.ts';
import type { Router } from './router.ts';

/** A request before its path is matched; `url` is relative to `/v1.0`. */
export interface Unrouted extends Omit<GraphRequest, 'hole' | 'path' | 'query'> {
  readonly url: string;
}

/** Answers one request; what it writes is one transaction, and a refusal leaves nothing of it. */
export function dispatch(core: Core, router: Router, unrouted: Unrouted): GraphAnswer {
  try {
    const { pathname, searchParams } = new URL(unrouted.url, 'http://graph/');
    const { operation, handler, hole } = router.match(unrouted.method, pathname);
    core.traffic.operation('graph', operation);
    const request: GraphRequest = { ...unrouted, hole, path: pathname, query: searchParams };
    requireGrant(request, operation);
    return unrouted.method === 'GET' ? handler(request) : core.store.write(() => handler(request));
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    return {
      status: error.status,
      headers: error.headers,
      body: errorBody(core, unrouted.requestId, error.code, error.message),
    };
  }
}
