import type { Message } from '../control/answers.ts';

/** A message in one line. */
export function preview(message: Message): string {
  return message.text || message.summary || 'Sent a card';
}
