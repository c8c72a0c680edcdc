import type { Control, ShownActivity } from '../local/control.ts';
import { until } from '../local/processes.ts';
import { ChatUser, cardOf } from './chat-user.ts';

/** The keys of the deliveries a message carries: each is on the wire in the card's own data. */
export function deliveriesIn(message: ShownActivity): readonly string[] {
  const text = JSON.stringify(cardOf(message) ?? {});
  return [...new Set([...text.matchAll(/"delivery":"([^"]+)"/g)].map(([, key]) => key ?? ''))];
}

/** Waits until each person's chat shows a message of a delivery that starts so; answers with those messages. */
export async function arrived(
  control: Control,
  expected: readonly { readonly person: string; readonly delivery: string }[],
  seconds: number,
  progress: (done: number, total: number) => void,
): Promise<ReadonlyMap<string, ShownActivity>> {
  const found = new Map<string, ShownActivity>();
  const waiting = [...expected];
  let missing: (typeof expected)[number] | undefined;
  try {
    await until('all messages arrive', seconds, async () => {
      while (waiting.length > 0) {
        missing = waiting[0];
        if (missing === undefined) break;
        const { person, delivery } = missing;
        const message = await messageOf(control, person, delivery);
        if (message === undefined) return undefined;
        found.set(`${person} ${delivery}`, message);
        waiting.shift();
        progress(found.size, expected.length);
      }
      return true;
    });
  } catch (error) {
    throw new Error(`${missing?.delivery} never reached ${missing?.person}; ${waiting.length} are missing.`, {
      cause: error,
    });
  }
  return found;
}

export async function messageOf(
  control: Control,
  person: string,
  delivery: string,
): Promise<ShownActivity | undefined> {
  const messages = await new ChatUser(control, person).messages();
  return messages.find((message) => deliveriesIn(message).some((key) => key.startsWith(delivery)));
}
