import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { HeatCell } from '@owls/policy';
import { changeMark, changeWords, figureText, roundText } from '../shell/figures.ts';
import { UNSEEN } from '../shell/unseen.ts';
import { BAND_WORDS, BandMark, useBandStyles } from './band.tsx';

const useStyles = makeStyles({
  cell: {
    textAlign: 'center',
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXXS}`,
    borderRadius: tokens.borderRadiusSmall,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
    height: '2.5rem',
  },
  value: { display: 'inline-flex', gap: '5px', alignItems: 'center' },
  change: {
    display: 'block',
    fontSize: tokens.fontSizeBase100,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
  none: { color: tokens.colorNeutralForeground3, backgroundColor: tokens.colorNeutralBackground2 },
  unseen: UNSEEN,
});

/** One figure of the map: number, band and change, each in a mark as well as in colour and in words. */
export function HeatFigure({ cell }: { cell: HeatCell | undefined }) {
  const styles = useStyles();
  const bands = useBandStyles();
  if (cell?.value === undefined) {
    const why = cell?.hidden
      ? 'Hidden: so few pupils that a single child could be recognised'
      : 'No figure has been given';
    return (
      <td className={mergeClasses(styles.cell, styles.none)} title={why}>
        <span aria-hidden="true">{cell?.hidden ? '•••' : '–'}</span>
        <span className={styles.unseen}>{why}</span>
      </td>
    );
  }
  return (
    <td className={mergeClasses(styles.cell, bands[cell.band ?? 'none'])} title={titleOf(cell, cell.value)}>
      <span className={styles.value}>
        {cell.band && <BandMark band={cell.band} />}
        {roundText(cell.value)}
      </span>
      {cell.band && <span className={styles.unseen}>, {BAND_WORDS[cell.band]}</span>}
      {cell.change !== undefined && (
        <>
          <span className={styles.change} aria-hidden="true">
            {changeMark(cell.change)}
          </span>
          <span className={styles.unseen}>, {changeWords(cell.change)}</span>
        </>
      )}
    </td>
  );
}

function titleOf(cell: HeatCell, value: number): string {
  return [
    figureText(value),
    ...(cell.band ? [BAND_WORDS[cell.band]] : []),
    ...(cell.change === undefined ? [] : [`${changeWords(cell.change)} since last time`]),
    `${cell.pupils} pupils`,
  ].join(', ');
}
