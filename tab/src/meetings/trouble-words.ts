import type { PlanMeeting, Trouble } from '@owls/policy';

/** What to do about each kind of trouble. */
export const TO_DO: Readonly<Record<Trouble['kind'], string>> = {
  'two places': 'Move one of the two, or have somebody else go.',
  'no time to travel': 'Move one of the two, or let one be online.',
  'day off': 'Move it to a school day.',
  'host not in the trust': 'Choose another host.',
  'no mailbox': 'Add the e-mail address in the People list.',
  nobody: 'Give somebody the role in the People list.',
};

export const TROUBLE_WORDS: Readonly<Record<Trouble['kind'], string>> = {
  'two places': 'Clash',
  'no time to travel': 'No time for the way',
  'day off': 'Day off',
  'host not in the trust': 'Host has left',
  'no mailbox': 'No mailbox',
  nobody: 'Nobody invited',
};

/** What is wrong with each meeting, in sentences, by key. */
export function wrongByKey(
  meetings: readonly PlanMeeting[],
  troubles: readonly Trouble[],
): ReadonlyMap<string, readonly string[]> {
  const wrong = new Map<string, string[]>();
  const note = (key: string, says: string) => wrong.set(key, [...(wrong.get(key) ?? []), says]);
  for (const { key, says } of troubles) note(key, says);
  for (const { key, question } of meetings) if (question !== undefined) note(key, 'It is gone from Outlook.');
  return wrong;
}

/** A trouble as it is listed: of a clash once, though both meetings have it; of a person without mailbox once. */
export interface ListedTrouble extends Trouble {
  /** Keys of all meetings it is about, the first one's own. */
  readonly keys: readonly string[];
}

const ORDER = Object.keys(TO_DO);

export function listed(troubles: readonly Trouble[]): readonly ListedTrouble[] {
  const found = new Map<string, ListedTrouble>();
  for (const trouble of troubles) {
    if (trouble.with !== undefined && trouble.with < trouble.key) continue;
    const name = trouble.kind === 'no mailbox' ? trouble.says : `${trouble.kind}/${trouble.key}/${trouble.with ?? ''}`;
    const before = found.get(name);
    found.set(name, { ...(before ?? trouble), keys: [...(before?.keys ?? []), trouble.key] });
  }
  return [...found.values()].sort((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind));
}
