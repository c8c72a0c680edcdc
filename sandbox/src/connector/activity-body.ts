import { ConnectorError } from './connector-error.ts';
import type { Activity } from './messages.ts';

/** The body as an activity: an object with a type. */
export function activityOf(body: unknown): Activity {
  if (typeof body === 'object' && body !== null && typeof (body as { type?: unknown }).type === 'string')
    return body as Activity;
  throw new ConnectorError(400, 'BadSyntax', 'The body must be an activity with a type.');
}
