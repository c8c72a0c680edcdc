import { type Theme, teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme } from '@fluentui/react-components';

/** The three looks of Teams, by the names that Teams tells its tabs. */
export const themes: Readonly<Record<ThemeName, Theme>> = {
  default: teamsLightTheme,
  dark: teamsDarkTheme,
  contrast: teamsHighContrastTheme,
};

export type ThemeName = 'default' | 'dark' | 'contrast';

export const themeLabels: Readonly<Record<ThemeName, string>> = {
  default: 'Light',
  dark: 'Dark',
  contrast: 'High contrast',
};

/** Reads a remembered theme's name; what is not one is undefined. */
export function themeNamed(name: string | null): ThemeName | undefined {
  return name === 'default' || name === 'dark' || name === 'contrast' ? name : undefined;
}
