import { makeStyles, tokens } from '@fluentui/react-components';

/** How tables of figures look here. */
export const usePlanTable = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    '& th, & td': {
      padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
      borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
      verticalAlign: 'top',
    },
    '& thead th': { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground2 },
  },
  name: { textAlign: 'start', fontWeight: tokens.fontWeightRegular, minWidth: '9rem', overflowWrap: 'anywhere' },
  number: { textAlign: 'end', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  words: { textAlign: 'start', minWidth: '12rem' },
  quiet: { color: tokens.colorNeutralForeground3 },
});
