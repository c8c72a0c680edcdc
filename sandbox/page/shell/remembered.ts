/** Reads what this browser remembers under a name; nothing where the browser keeps nothing (private windows). */
export function remembered(name: string): string | null {
  try {
    return window.localStorage.getItem(`sandbox:${name}`);
  } catch {
    return null;
  }
}

/** Remembers for later visits; where the browser refuses, the visit goes on without. */
export function remember(name: string, value: string): boolean {
  try {
    window.localStorage.setItem(`sandbox:${name}`, value);
    return true;
  } catch {
    return false;
  }
}
