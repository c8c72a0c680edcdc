import { makeStyles, tokens } from '@fluentui/react-components';
import { UNSEEN } from '../shell/unseen.ts';

/** Closer on paper, where one sheet has to hold them all. */
const CLOSE_ROW = '0.1em 0.4em 0.1em 0';
const CLOSE_CELL = '0.1em 0.3em 0.1em 0.4em';

/** How the tables of a page look: close, with thin rules, in sizes that follow the paper's. */
export const usePageTable = makeStyles({
  table: { borderCollapse: 'collapse', width: '100%', fontVariantNumeric: 'tabular-nums' },
  head: {
    textAlign: 'left',
    verticalAlign: 'bottom',
    padding: '0.2em 0.4em',
    fontSize: '0.85em',
    lineHeight: 1.2,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    borderBottom: `1px solid ${tokens.colorNeutralForeground3}`,
  },
  row: {
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    padding: '0.2em 0.4em 0.2em 0',
    '@media print': { padding: CLOSE_ROW },
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  cell: {
    padding: '0.2em 0.3em 0.2em 0.4em',
    '@media print': { padding: CLOSE_CELL },
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    whiteSpace: 'nowrap',
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  small: { fontSize: '0.8em', color: tokens.colorNeutralForeground3 },
  figure: { fontSize: '1.15em', fontWeight: tokens.fontWeightSemibold },
  unseen: UNSEEN,
});
