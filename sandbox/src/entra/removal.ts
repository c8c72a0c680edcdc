import type { Store } from '../core/store.ts';

/** Takes a person out of the tenant: the directory, groups and teams know them no more, and no app is installed for them. */
export function removeUser(store: Store, id: string): void {
  store.run('DELETE FROM users WHERE id = ?', id);
  store.run('DELETE FROM group_members WHERE user_id = ?', id);
  store.run('DELETE FROM installations WHERE target = ?', `user:${id}`);
}
