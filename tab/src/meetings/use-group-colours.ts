import { makeStyles, tokens } from '@fluentui/react-components';

/** The colour of a meeting's edge, by who meets. Colour is never alone: titles say it too. */
export const useGroupColours = makeStyles({
  heads: { borderInlineStartColor: tokens.colorBrandStroke1 },
  school: { borderInlineStartColor: tokens.colorPaletteTealBorderActive },
  cluster: { borderInlineStartColor: tokens.colorPaletteMarigoldBorderActive },
  trust: { borderInlineStartColor: tokens.colorPaletteBerryBorderActive },
});

/** The colours of the year's rows, in the same order of things. */
export const useLaneColours = makeStyles({
  heads: { backgroundColor: tokens.colorBrandBackground2, color: tokens.colorBrandForeground2 },
  school: { backgroundColor: tokens.colorPaletteTealBackground2, color: tokens.colorPaletteTealForeground2 },
  cluster: { backgroundColor: tokens.colorPaletteMarigoldBackground2, color: tokens.colorPaletteMarigoldForeground2 },
  trust: { backgroundColor: tokens.colorPaletteBerryBackground2, color: tokens.colorPaletteBerryForeground2 },
});
