import type { Core } from '../core/core.ts';
import { hasNoMailbox } from '../faults/mailboxes.ts';
import { costOf } from '../limits/graph-cost.ts';
import type { Met } from '../limits/limits.ts';
import { requireGrant } from './access/check.ts';
import { errorBody, type GraphAnswer, GraphError, type GraphRequest } from './exchange.ts';
import type { Router } from './router.ts';

/** A request before its path is matched; `url` is relative to `/v1.0`. */
export interface Unrouted extends Omit<GraphRequest, 'hole' | 'path' | 'query'> {
  readonly url: string;
}

/** Answers one request within its service's limits; what it writes is one transaction, and a refusal leaves nothing of it. */
export function dispatch(core: Core, router: Router, unrouted: Unrouted): GraphAnswer {
  let met: Met = { headers: {} };
  let units: number | undefined;
  const limited = (answer: GraphAnswer): GraphAnswer => ({
    ...answer,
    headers: { ...met.headers, ...answer.headers },
    ...(units === undefined ? {} : { units }),
  });
  try {
    const { pathname, searchParams } = new URL(unrouted.url, 'http://graph/');
    const { operation, handler, hole, first } = router.match(unrouted.method, pathname);
    core.traffic.operation('graph', operation);
    const cost = costOf(operation, searchParams, first);
    if (cost.kind !== 'none') units = cost.units;
    met = core.limits.ofGraph(unrouted.clientId, cost);
    if (met.refused !== undefined) return limited(tooMany(core, unrouted.requestId, met.refused));
    const request: GraphRequest = { ...unrouted, hole, path: pathname, query: searchParams };
    requireGrant(request, operation);
    if (cost.kind === 'outlook' && hasNoMailbox(core, first)) throw noMailbox();
    return limited(unrouted.method === 'GET' ? handler(request) : core.store.write(() => handler(request)));
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    return limited({
      status: error.status,
      headers: error.headers,
      body: errorBody(core, unrouted.requestId, error.code, error.message),
    });
  }
}

/** Graph's answer where a person is there and their mailbox is not. */
function noMailbox(): GraphError {
  const says = 'The mailbox is either inactive, soft-deleted, or is hosted on-premise.';
  return new GraphError(404, 'MailboxNotEnabledForRESTAPI', says);
}

/** A refusal by a limit, in Graph's error shape. */
export function tooMany(core: Core, requestId: string, { code, message }: NonNullable<Met['refused']>): GraphAnswer {
  return { status: 429, body: errorBody(core, requestId, code, message) };
}
