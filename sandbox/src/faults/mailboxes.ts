import type { Core } from '../core/core.ts';
import { user } from '../entra/directory.ts';

const key = (id: string) => `mailbox missing ${id}`;

/** Whether a person has no mailbox (any more): there is the person, and Outlook knows nothing of them. */
export function hasNoMailbox({ store }: Core, idOrName: string): boolean {
  const person = user(store, idOrName);
  return person !== undefined && store.setting(key(person.id)) === 'yes';
}

/** Takes a person's mailbox away, or gives it back. */
export function setMailbox({ store }: Core, userId: string, isThere: boolean): void {
  store.setSetting(key(userId), isThere ? 'no' : 'yes');
}
