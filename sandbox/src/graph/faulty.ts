import type { Core } from '../core/core.ts';
import type { Trouble } from '../faults/kinds.ts';
import { errorBody, type GraphAnswer } from './exchange.ts';

const codes: Readonly<Record<number, string>> = {
  401: 'InvalidAuthenticationToken',
  409: 'conflict',
  410: 'resyncRequired',
  412: 'preconditionFailed',
  423: 'locked',
  429: 'activityLimitReached',
  500: 'generalException',
  502: 'badGateway',
  503: 'serviceNotAvailable',
  504: 'gatewayTimeout',
};

/** The error body of an ordered fault. */
export function faultBody(core: Core, status: number, requestId: string): Record<string, unknown> {
  return errorBody(
    core,
    requestId,
    codes[status] ?? 'generalException',
    `The sandbox was ordered to answer ${status}.`,
  );
}

/** An ordered fault as the answer to a part of a `$batch`. */
export function graphFault(core: Core, fault: Trouble, requestId: string): GraphAnswer {
  const status = fault.status ?? 500;
  const headers = fault.retryAfter === undefined ? {} : { 'Retry-After': String(fault.retryAfter) };
  return { status, headers, body: fault.body ?? faultBody(core, status, requestId) };
}
