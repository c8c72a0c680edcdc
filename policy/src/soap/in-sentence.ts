/** "Reading" within a sentence is "reading"; initials such as EYFS stay as they are. */
export function inSentence(name: string): string {
  return /^[A-Z][a-z]/.test(name) ? `${name.charAt(0).toLowerCase()}${name.slice(1)}` : name;
}
