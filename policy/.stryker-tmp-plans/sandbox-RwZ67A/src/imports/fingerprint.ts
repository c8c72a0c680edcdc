/**
 * A short text that is the same for the same data and all but surely another for other data. It tells a preview from a
 * changed one; it protects nothing. Two 32-bit FNV-1a sums from different starts.
 */
// @ts-nocheck

export function fingerprint(data: unknown): string {
  const text = JSON.stringify(data);
  return `${sum(text, 0x811c9dc5)}${sum(text, 0x9747b28c)}`;
}

function sum(text: string, start: number): string {
  let state = start;
  for (let place = 0; place < text.length; place += 1) {
    state = Math.imul(state ^ text.charCodeAt(place), 0x01000193);
  }
  return (state >>> 0).toString(16).padStart(8, '0');
}
