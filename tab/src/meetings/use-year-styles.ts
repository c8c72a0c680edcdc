import { makeStyles, tokens } from '@fluentui/react-components';
import { UNSEEN } from '../shell/unseen.ts';

/** How the table of the year looks: narrow weeks, a column of names that stays while it scrolls. */
export const useYearStyles = makeStyles({
  frame: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
  table: { borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200, width: '100%' },
  name: {
    position: 'sticky',
    insetInlineStart: 0,
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground1,
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    minWidth: '10rem',
    maxWidth: '15rem',
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 640px)': { minWidth: '7.5rem', maxWidth: '8.5rem', paddingLeft: tokens.spacingHorizontalS },
  },
  link: { textAlign: 'start', fontSize: tokens.fontSizeBase200 },
  month: {
    textAlign: 'start',
    fontWeight: tokens.fontWeightSemibold,
    padding: `${tokens.spacingVerticalS} 3px`,
    whiteSpace: 'nowrap',
  },
  newMonth: { borderLeft: `1px solid ${tokens.colorNeutralStroke2}` },
  week: {
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: 'tabular-nums',
    minWidth: '1.125rem',
    padding: 0,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    paddingBottom: '2px',
  },
  now: { color: tokens.colorBrandForeground1, fontWeight: tokens.fontWeightSemibold },
  cell: {
    height: '1.75rem',
    padding: '2px 1px',
    textAlign: 'center',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  off: {
    backgroundColor: tokens.colorNeutralBackground3,
    backgroundImage: `repeating-linear-gradient(135deg, transparent 0 5px, ${tokens.colorNeutralStroke3} 5px 6px)`,
  },
  dot: {
    display: 'inline-grid',
    placeItems: 'center',
    boxSizing: 'border-box',
    minWidth: '1.125rem',
    height: '1.25rem',
    padding: '0 1px',
    borderRadius: tokens.borderRadiusMedium,
    fontVariantNumeric: 'tabular-nums',
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  wrong: { outline: `2px solid ${tokens.colorStatusWarningBorderActive}`, outlineOffset: '0px' },
  total: {
    whiteSpace: 'nowrap',
    textAlign: 'end',
    padding: `0 ${tokens.spacingHorizontalS}`,
    fontVariantNumeric: 'tabular-nums',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  unseen: UNSEEN,
});
