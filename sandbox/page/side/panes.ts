/** One of the people side by side, and whether they sit at a desk or hold a phone. */
export interface Pane {
  readonly person: string;
  readonly phone: boolean;
}

/** More would leave nobody enough room. */
export const MOST_PANES = 4;

/** Reads `?side=`: ids with commas between, `~phone` behind those who hold a phone. What is nobody's id stays: it is shown as missing. */
export function parsePanes(text: string | null): readonly Pane[] {
  return (text ?? '')
    .split(',')
    .filter((part) => part !== '' && part !== '~phone')
    .slice(0, MOST_PANES)
    .map((part) => ({ person: part.replace(/~phone$/, ''), phone: part.endsWith('~phone') }));
}

/** The text that `parsePanes` reads back. */
export function panesText(panes: readonly Pane[]): string {
  return panes.map(({ person, phone }) => (phone ? `${person}~phone` : person)).join(',');
}

/** Two people as one begins with: oneself, and the next in the list. */
export function firstPanes(me: string, people: readonly { readonly id: string }[]): readonly Pane[] {
  const other = people.find(({ id }) => id !== me);
  return [{ person: me, phone: false }, ...(other === undefined ? [] : [{ person: other.id, phone: true }])];
}
