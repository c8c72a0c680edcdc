import { Checkbox, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import type { HeatAsked } from './heat-order.ts';

const useStyles = makeStyles({
  tools: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center' },
  search: { minWidth: '12rem', flexGrow: 1, maxWidth: '20rem' },
  select: { minWidth: '10rem' },
});

/** What to show of a large map. Loaded with the first map that is large enough to want it. */
export default function HeatTools({
  asked,
  clusters,
  ask,
}: {
  asked: HeatAsked;
  clusters: readonly string[];
  ask: (change: Partial<HeatAsked>) => void;
}) {
  const styles = useStyles();
  return (
    <div className={styles.tools}>
      <Input
        type="search"
        className={styles.search}
        placeholder="Find a school"
        aria-label="Find a school in the map"
        value={asked.search}
        onChange={(_, { value }) => ask({ search: value })}
      />
      {clusters.length > 1 && (
        <Select
          className={styles.select}
          aria-label="Cluster"
          value={asked.cluster}
          onChange={(_, { value }) => ask({ cluster: value })}
        >
          <option value="">All clusters</option>
          {clusters.map((cluster) => (
            <option key={cluster} value={cluster}>
              {cluster}
            </option>
          ))}
        </Select>
      )}
      <Checkbox
        label="Only schools with a figure of concern"
        checked={asked.concernsOnly}
        onChange={(_, { checked }) => ask({ concernsOnly: checked === true })}
      />
    </div>
  );
}
