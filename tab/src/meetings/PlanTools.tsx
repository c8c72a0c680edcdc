import { makeStyles, Select, Switch, tokens } from '@fluentui/react-components';
import type { PlanView } from '@owls/policy';
import { useNarrow } from '../shell/use-narrow.ts';
import type { Asked } from './plan-filter.ts';

const useStyles = makeStyles({
  summary: { cursor: 'pointer', fontWeight: tokens.fontWeightSemibold, paddingBottom: tokens.spacingVerticalS },
  tools: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center' },
  select: { width: '15rem', maxWidth: '100%', '& select': { textOverflow: 'ellipsis' } },
});

/** What to see of the plan: a kind of meeting, a school, one's own, those with something wrong. */
export function PlanTools({
  view,
  asked,
  ask,
}: {
  view: PlanView;
  asked: Asked;
  ask: (change: Partial<Asked>) => void;
}) {
  const styles = useStyles();
  const there = new Set(view.meetings.map(({ kind }) => kind));
  const chosenHere = [asked.kind !== '', asked.urn !== '', asked.mine, asked.wrong].filter(Boolean).length;
  const tools = (
    <div className={styles.tools}>
      <Select
        className={styles.select}
        aria-label="Kind of meeting"
        value={asked.kind}
        onChange={(_, { value }) => ask({ kind: value })}
      >
        <option value="">All kinds of meeting</option>
        {view.kinds
          .filter(({ kind }) => there.has(kind))
          .map(({ kind, title }) => (
            <option key={kind} value={kind}>
              {title}
            </option>
          ))}
      </Select>
      {view.hosts.length > 1 && (
        <Select
          className={styles.select}
          aria-label="School"
          value={asked.urn}
          onChange={(_, { value }) => ask({ urn: value })}
        >
          <option value="">All schools</option>
          {[...view.hosts]
            .sort((one, other) => one.name.localeCompare(other.name))
            .map(({ urn, name }) => (
              <option key={urn} value={urn}>
                {name}
              </option>
            ))}
        </Select>
      )}
      {view.mayPlan && (
        <>
          <Switch label="Only mine" checked={asked.mine} onChange={(_, { checked }) => ask({ mine: checked })} />
          <Switch
            label="Only those to look at"
            checked={asked.wrong}
            onChange={(_, { checked }) => ask({ wrong: checked })}
          />
        </>
      )}
    </div>
  );
  // On a phone the meetings come first.
  if (!useNarrow()) return tools;
  return (
    <details>
      <summary className={styles.summary}>Choose what to see{chosenHere > 0 && ` (${chosenHere} chosen)`}</summary>
      {tools}
    </details>
  );
}
