import { Button, makeStyles, Text, Textarea, tokens } from '@fluentui/react-components';
import type { GatheringView, PointKind } from '@owls/policy';
import { useState } from 'react';
import type { Outbox } from './outbox.ts';
import { useAct, useWaiting } from './queries.ts';

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalS, margin: 0, padding: 0, listStyleType: 'none' },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalXXS,
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-wrap',
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS, '@media print': { display: 'none' } },
});

type Point = GatheringView['points'][number];

interface PointListGiven {
  readonly title: string;
  readonly kind: PointKind;
  readonly view: GatheringView;
  readonly box: Outbox;
}

/** The points of one kind, each changed by itself; what is still on its way stands among them and says so. */
export function PointList({ title, kind, view, box }: PointListGiven) {
  const styles = useStyles();
  const waiting = useWaiting(box);
  const points = view.points.filter((one) => one.kind === kind);
  const known = new Set(points.map(({ id }) => `/points/${id}`));
  const coming = waiting.filter(({ path, body }) => body.kind === kind && !known.has(path));
  if (points.length === 0 && coming.length === 0) return null;
  return (
    <div>
      <Text as="h3" weight="semibold">
        {title}
      </Text>
      <ul className={styles.list}>
        {points.map((point) => (
          <PointRow key={point.id} point={point} view={view} box={box} />
        ))}
        {coming.map(({ path, body }) => (
          <li key={path} className={styles.row}>
            <Text>{String(body.text ?? '')}</Text>
            <Text size={200} className={styles.quiet} role="status">
              On its way
            </Text>
          </li>
        ))}
      </ul>
    </div>
  );
}

function PointRow({ point, view, box }: { point: Point; view: GatheringView; box: Outbox }) {
  const styles = useStyles();
  const [typed, setTyped] = useState<string>();
  const act = useAct(view.meeting.key);
  const waiting = useWaiting(box).find(({ path }) => path === `/points/${point.id}`);
  const { id, kind, urn, text, byName, school, version } = point;
  const keep = () => {
    const said = typed?.trim() ?? '';
    setTyped(undefined);
    if (said === '' || said === text) return;
    void box.put(`/points/${id}`, { kind, text: said, ...(urn === undefined ? {} : { urn }), version });
  };
  if (typed !== undefined) {
    return (
      <li className={styles.row}>
        <Textarea aria-label={`Change: ${text}`} value={typed} onChange={(_, { value }) => setTyped(value)} autoFocus />
        <div className={styles.buttons}>
          <Button size="small" appearance="primary" onClick={keep}>
            Keep
          </Button>
          <Button size="small" onClick={() => setTyped(undefined)}>
            Leave it
          </Button>
        </div>
      </li>
    );
  }
  return (
    <li className={styles.row}>
      <Text>{school === undefined ? text : `${school}: ${text}`}</Text>
      <Text size={200} className={styles.quiet}>
        {byName}
        {waiting?.state === 'waiting' || waiting?.state === 'sending' ? ' · your change is on its way' : ''}
      </Text>
      {view.may.write && (
        <div className={styles.buttons}>
          <Button size="small" appearance="subtle" aria-label={`Change: ${text}`} onClick={() => setTyped(text)}>
            Change
          </Button>
          <Button
            size="small"
            appearance="subtle"
            aria-label={`Remove: ${text}`}
            disabled={act.isPending}
            onClick={() =>
              act.mutate({ method: 'POST', path: `/points/${id}/remove`, body: { version }, says: 'Removed' })
            }
          >
            Remove
          </Button>
        </div>
      )}
    </li>
  );
}
