import { makeStyles, tokens } from '@fluentui/react-components';
import type { HeatCell } from '@owls/policy';

export type Band = NonNullable<HeatCell['band']>;

export const BAND_WORDS: Readonly<Record<Band, string>> = {
  strong: 'strong',
  secure: 'secure',
  concern: 'of concern',
};

/** A band's ground. Its mark says the same without colour. */
export const useBandStyles = makeStyles({
  strong: { backgroundColor: tokens.colorPaletteGreenBackground1 },
  secure: { backgroundColor: tokens.colorNeutralBackground3 },
  concern: {
    backgroundColor: tokens.colorPaletteRedBackground2,
    fontWeight: tokens.fontWeightSemibold,
    // Unseen but in high contrast, where grounds are all black.
    outline: `1px solid ${tokens.colorTransparentStroke}`,
  },
  none: {},
});

const MARK = 9;

/** A full, a half and an empty disc: how much of the way there, without colour. */
export function BandMark({ band }: { band: Band }) {
  const middle = MARK / 2;
  const radius = middle - 0.75;
  return (
    <svg width={MARK} height={MARK} viewBox={`0 0 ${MARK} ${MARK}`} aria-hidden="true">
      <circle
        cx={middle}
        cy={middle}
        r={radius}
        fill={band === 'strong' ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth="1.5"
      />
      {band === 'secure' && (
        <path d={`M ${middle} ${middle - radius} a ${radius} ${radius} 0 0 0 0 ${2 * radius} z`} fill="currentColor" />
      )}
    </svg>
  );
}
