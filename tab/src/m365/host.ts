/** What the tab needs of the application it is shown in. Teams is one; the gallery of examples is another. */

const THEMES = ['default', 'dark', 'contrast'] as const;
export type ThemeName = (typeof THEMES)[number];

export interface Host {
  /** The theme at the time of opening. */
  readonly theme: ThemeName;
  /** Where a deep link wants to go, for example `school/115850`. */
  readonly place: string | undefined;
  /** The chat of the meeting it is shown beside or in. */
  readonly chat: string | undefined;
  /** Shown beside a meeting or in its chat, narrow and about that meeting alone. */
  readonly inMeeting: boolean;
  /** Calls back on every change of theme while the tab is open. */
  onTheme(changed: (theme: ThemeName) => void): void;
  /** A token for the tab's own API. Throws `SignInFailed`. */
  token(): Promise<string>;
  /** The first view with content stands: Teams takes its loading indicator away. */
  ready(): void;
}

/** Teams would not sign the person in. `code` is Teams' own word for it, `advice` what can be done. */
export class SignInFailed extends Error {
  constructor(
    readonly code: string,
    readonly advice: string,
  ) {
    super(`Signing in failed: ${code}`);
    this.name = 'SignInFailed';
  }
}

/** Any name Teams may give a theme, read as one of the three; anything new counts as light. */
export function themeNamed(name: string | undefined | null): ThemeName {
  if (name === 'dark' || name === 'contrast') return name;
  // Teams calls its translucent dark look `glass`.
  return name === 'glass' ? 'dark' : 'default';
}
