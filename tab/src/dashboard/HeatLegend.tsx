import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { type Band, BandMark, useBandStyles } from './band.tsx';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalM,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    alignItems: 'center',
  },
  item: { display: 'flex', gap: tokens.spacingHorizontalXS, alignItems: 'center' },
  swatch: {
    display: 'inline-grid',
    placeItems: 'center',
    width: '20px',
    height: '20px',
    borderRadius: tokens.borderRadiusSmall,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

const BANDS: readonly (readonly [Band, string])[] = [
  ['strong', 'Strong'],
  ['secure', 'Secure'],
  ['concern', 'Of concern'],
];

/** What the heat map's grounds and marks mean. */
export function HeatLegend() {
  const styles = useStyles();
  const bands = useBandStyles();
  return (
    <ul className={styles.list} aria-label="Legend">
      {BANDS.map(([band, words]) => (
        <li key={band} className={styles.item}>
          <span className={mergeClasses(styles.swatch, bands[band])}>
            <BandMark band={band} />
          </span>
          <Text size={200}>{words}</Text>
        </li>
      ))}
      <li>
        <Text size={200}>▲ ▼ points since last time</Text>
      </li>
      <li>
        <Text size={200}>– no figure</Text>
      </li>
    </ul>
  );
}
