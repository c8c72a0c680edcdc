import { type Theme, teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme } from '@fluentui/react-components';
import { type ThemeName, themeNamed } from '../m365/host.ts';

/** Fluent's own Teams themes; every colour of the tab is one of their tokens. */
export const FLUENT_THEMES: Readonly<Record<ThemeName, Theme>> = {
  default: teamsLightTheme,
  dark: teamsDarkTheme,
  contrast: teamsHighContrastTheme,
};

/** The theme that `first-paint.js` chose before anything was drawn. */
export function firstTheme(): ThemeName {
  return themeNamed(document.documentElement.dataset.theme);
}
