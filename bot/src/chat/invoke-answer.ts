/** The answers of an `adaptiveCard/action` invoke, in the shapes Teams knows. HTTP is 200; the status stands in the body. */
import type { TurnAnswer } from './adapter.ts';
import type { CardMessage } from './messenger.ts';

/** The card in its new state. */
export function cardAnswer({ card }: CardMessage): TurnAnswer {
  return body(200, 'application/vnd.microsoft.card.adaptive', card);
}

/** Why nothing was done; `code` is for machines, `message` for the person. */
export function errorAnswer(statusCode: 400 | 403 | 404 | 500, code: string, message: string): TurnAnswer {
  return body(statusCode, 'application/vnd.microsoft.error', { code, message });
}

/** The work goes on: a message in the person's own words, since Teams would otherwise say that the app failed. */
export function stillWorking(): TurnAnswer {
  return body(
    200,
    'application/vnd.microsoft.activity.message',
    'This takes longer than usual and goes on by itself. Open the card again in a minute.',
  );
}

function body(statusCode: number, type: string, value: unknown): TurnAnswer {
  return { status: 200, body: { statusCode, type, value } };
}
