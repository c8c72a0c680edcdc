import { Badge, Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { AnalysisAction, AnalysisView, ShownNeed } from '@owls/policy';
import { dateText } from '../shell/dates.ts';
import { useSay } from '../shell/toasts.tsx';
import { useAnalysisChange } from './queries.ts';

const useStyles = makeStyles({
  item: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    minWidth: 0,
    paddingLeft: tokens.spacingHorizontalM,
    borderLeft: `2px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
    breakInside: 'avoid',
  },
  name: { margin: 0 },
  says: { whiteSpace: 'pre-line' },
  quiet: { color: tokens.colorNeutralForeground3 },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    '@media print': { display: 'none' },
  },
  actions: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalM },
  action: { display: 'grid', gap: tokens.spacingVerticalXS, minWidth: 0 },
});

interface NeedItemGiven {
  readonly view: AnalysisView;
  readonly need: ShownNeed;
  readonly write: () => void;
  readonly act: (action: AnalysisAction | undefined) => void;
}

/** A need: what the figures say, what the head sees in it, and what is done about it. */
export function NeedItem({ view, need, write, act }: NeedItemGiven) {
  const styles = useStyles();
  const say = useSay();
  const change = useAnalysisChange(view);
  const { written, name } = need;
  const writes = view.mayWrite && !view.sent;
  const takeOut = (path: string, version = '') =>
    change.mutate(
      { method: 'DELETE', path, body: { version } },
      { onSuccess: () => say.done('Taken out'), onError: (problem) => say.failed(problem) },
    );
  return (
    <li className={styles.item}>
      <div className={styles.row}>
        <Text as="h3" weight="semibold" className={styles.name}>
          {name}
        </Text>
        {written?.explained && (
          <Badge appearance="outline" color="informative">
            Explained
          </Badge>
        )}
        {need.own && (
          <Badge appearance="outline" color="informative">
            Named by the head
          </Badge>
        )}
      </div>
      {need.found && <Text className={styles.quiet}>{need.found}</Text>}
      {written && <Text className={styles.says}>{written.says}</Text>}
      {!written && writes && <Text className={styles.quiet}>Nothing is written about it yet.</Text>}
      {writes && (
        <div className={styles.buttons}>
          <Button
            size="small"
            onClick={write}
            aria-label={`${written ? 'Change what you wrote' : 'Write about it'}: ${name}`}
          >
            {written ? 'Change' : 'Write about it'}
          </Button>
          {written && !written.explained && (
            <Button size="small" onClick={() => act(undefined)} aria-label={`Add an action: ${name}`}>
              Add an action
            </Button>
          )}
          {need.own && need.actions.length === 0 && written && (
            <Button
              size="small"
              disabled={change.isPending}
              onClick={() => takeOut(`needs/${encodeURIComponent(need.area)}`, written.version)}
              aria-label={`Take out: ${name}`}
            >
              Take out
            </Button>
          )}
        </div>
      )}
      {need.actions.length > 0 && (
        <ul className={styles.actions} aria-label={`Actions: ${name}`}>
          {need.actions.map((action) => (
            <li key={action.id} className={styles.action}>
              <Text>{action.text}</Text>
              <div className={styles.row}>
                <Text size={200} className={styles.quiet}>
                  {need.owners[action.id]}, by {dateText(action.by)}. Success: {action.success}
                </Text>
                {action.done !== undefined && (
                  <Badge appearance="tint" color="success">
                    Done {dateText(action.done)}
                  </Badge>
                )}
                {view.sent && action.done === undefined && action.by < view.today && (
                  <Badge appearance="tint" color="danger">
                    Overdue
                  </Badge>
                )}
              </div>
              <div className={styles.buttons}>
                {writes && (
                  <>
                    <Button size="small" onClick={() => act(action)} aria-label={`Change: ${action.text}`}>
                      Change
                    </Button>
                    <Button
                      size="small"
                      disabled={change.isPending}
                      onClick={() => takeOut(`actions/${encodeURIComponent(action.id)}`, action.version)}
                      aria-label={`Take out: ${action.text}`}
                    >
                      Take out
                    </Button>
                  </>
                )}
                {view.mayWrite && view.sent && <Done view={view} action={action} />}
              </div>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function Done({ view, action }: { view: AnalysisView; action: AnalysisAction }) {
  const say = useSay();
  const change = useAnalysisChange(view);
  const isDone = action.done !== undefined;
  const label = isDone ? 'Not done after all' : 'Done';
  return (
    <Button
      size="small"
      disabled={change.isPending}
      aria-label={`${label}: ${action.text}`}
      onClick={() =>
        change.mutate(
          { method: 'PUT', path: `actions/${encodeURIComponent(action.id)}/done`, body: { done: !isDone } },
          {
            onSuccess: () => say.done(isDone ? 'Open again' : 'Marked as done'),
            onError: (problem) => say.failed(problem),
          },
        )
      }
    >
      {label}
    </Button>
  );
}
