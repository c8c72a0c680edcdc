import { z } from 'zod';
import type { InvokeAnswer } from '../control/answers.ts';

/** What a bot's answer to a button means for the person who pressed it. */
export type CardOutcome =
  | { readonly kind: 'card'; readonly card: unknown }
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'error'; readonly text: string }
  | { readonly kind: 'nothing' };

const Body = z.looseObject({ statusCode: z.number().optional(), type: z.string().optional(), value: z.unknown() });
const Failure = z.looseObject({ message: z.string() });

const DID_NOT_ANSWER = 'Unable to reach the app. Please try again.';

/**
 * Reads the response of an `adaptiveCard/action` invoke by the types Microsoft documents: a card, a plain message, or
 * an error. Anything else is what Teams shows for it: that the app could not be reached.
 */
export function outcomeOf(answer: InvokeAnswer): CardOutcome {
  if (answer.failure !== undefined) return { kind: 'error', text: `${DID_NOT_ANSWER} (${answer.failure})` };
  const body = Body.safeParse(answer.body);
  if (!body.success) {
    return answer.status >= 200 && answer.status < 300 && isEmpty(answer.body)
      ? { kind: 'nothing' }
      : { kind: 'error', text: DID_NOT_ANSWER };
  }
  const { type, value, statusCode = answer.status } = body.data;
  if (type === 'application/vnd.microsoft.card.adaptive') return { kind: 'card', card: value };
  if (type === 'application/vnd.microsoft.activity.message') return { kind: 'message', text: String(value) };
  const failure = Failure.safeParse(value);
  if (failure.success) return { kind: 'error', text: failure.data.message };
  return statusCode >= 200 && statusCode < 300 && isEmpty(value)
    ? { kind: 'nothing' }
    : { kind: 'error', text: DID_NOT_ANSWER };
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
