import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { counted } from './figures.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center' },
});

/** One page of a list. */
export function pageOf<T>(list: readonly T[], page: number, size: number): readonly T[] {
  return list.slice(page * size, (page + 1) * size);
}

/** Leafs through a long list; not there while it fits on one page. */
export function Pager({
  page,
  size,
  total,
  what,
  go,
}: {
  page: number;
  size: number;
  total: number;
  what: string;
  go: (page: number) => void;
}) {
  const styles = useStyles();
  if (total <= size) return null;
  const last = Math.ceil(total / size) - 1;
  return (
    <nav className={styles.row} aria-label={`Pages of ${what}s`}>
      <Button size="small" disabled={page === 0} onClick={() => go(page - 1)}>
        Previous
      </Button>
      <Text size={200} role="status">
        {page * size + 1} to {Math.min((page + 1) * size, total)} of {counted(total, what)}
      </Text>
      <Button size="small" disabled={page >= last} onClick={() => go(page + 1)}>
        Next
      </Button>
    </nav>
  );
}
