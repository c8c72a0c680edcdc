import type { Theme } from '@fluentui/react-components';
import { type ThemeName, themeNamed } from '../m365/host.ts';

/** Fluent's own Teams themes, each loaded when it is wanted; every colour of the tab is one of their tokens. */
const LOAD: Readonly<Record<ThemeName, () => Promise<{ readonly theme: Theme }>>> = {
  default: () => import('./themes/default.ts'),
  dark: () => import('./themes/dark.ts'),
  contrast: () => import('./themes/contrast.ts'),
};

/** The tokens of a theme. */
export async function loadTheme(name: ThemeName): Promise<Theme> {
  return (await LOAD[name]()).theme;
}

/** The theme that `first-paint.js` chose before anything was drawn. */
export function firstTheme(): ThemeName {
  return themeNamed(document.documentElement.dataset.theme);
}
