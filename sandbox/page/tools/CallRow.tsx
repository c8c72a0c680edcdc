import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { Temporal } from 'temporal-polyfill';
import { useClock } from '../clock/useClock.tsx';
import { timeOfDay } from '../clock/words.ts';
import type { Call } from '../control/machine-api.ts';
import { CallDetail } from './CallDetail.tsx';
import { costWords, failed, readable, scannable } from './call-words.ts';

const useStyles = makeStyles({
  row: { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  call: {
    display: 'grid',
    gridTemplateColumns: '44px 60px 1fr 36px',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalS,
    width: '100%',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    boxSizing: 'border-box',
    textAlign: 'start',
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    color: 'inherit',
    cursor: 'pointer',
    border: 'none',
    backgroundColor: 'transparent',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover, color: tokens.colorNeutralForeground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  figures: { fontVariantNumeric: 'tabular-nums' },
  path: { minWidth: 0, overflowWrap: 'anywhere', fontFamily: tokens.fontFamilyMonospace },
  closed: {
    display: '-webkit-box',
    WebkitLineClamp: 2,
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
  },
  status: { fontWeight: tokens.fontWeightSemibold, textAlign: 'end' },
  // Colour is not the only sign: the figure says it, and the row begins with a bar.
  bad: { boxShadow: `inset 4px 0 0 ${tokens.colorPaletteRedBorderActive}` },
  under: {
    gridColumn: '2 / -1',
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    opacity: 0.9,
  },
});

/** One call in two lines; pressed, it opens. */
export function CallRow({ call }: { call: Call }) {
  const styles = useStyles();
  const { zone } = useClock();
  const [open, setOpen] = useState(false);
  const bad = failed(call);
  const badParts = (call.parts ?? []).filter((part) => part.status >= 400).length;
  return (
    <li className={mergeClasses(styles.row, bad && styles.bad)}>
      <button type="button" className={styles.call} aria-expanded={open} onClick={() => setOpen(!open)}>
        <span className={styles.figures}>{timeOfDay(Temporal.Instant.from(call.at), zone)}</span>
        <Text size={200} weight="semibold">
          {call.method}
        </Text>
        <span className={mergeClasses(styles.path, !open && styles.closed)}>
          {open ? readable(call.path) : scannable(call.path)}
        </span>
        <span className={mergeClasses(styles.figures, styles.status)}>
          {call.status === 0 ? 'cut off' : call.status}
        </span>
        <span className={mergeClasses(styles.under, styles.figures)}>
          <span>{call.service}</span>
          <span>{call.ms} ms</span>
          <span>{costWords(call.units)} units</span>
          {call.parts === undefined ? null : (
            <span>
              {call.parts.length} {call.parts.length === 1 ? 'part' : 'parts'}
              {badParts === 0 ? '' : `, ${badParts} failed`}
            </span>
          )}
        </span>
      </button>
      {open ? <CallDetail call={call} /> : null}
    </li>
  );
}
