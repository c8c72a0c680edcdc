import { Badge, Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ShownInspection } from '@owls/policy';
import { OFSTED_WORDS } from '../categorisation/matrix.ts';
import { dateText } from '../shell/dates.ts';

const useStyles = makeStyles({
  item: {
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    minWidth: 0,
    paddingLeft: tokens.spacingHorizontalM,
    borderLeft: `2px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXXS,
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  words: { whiteSpace: 'pre-wrap' },
  areas: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXXS,
    margin: `${tokens.spacingVerticalXS} 0 0`,
  },
  area: { color: tokens.colorNeutralForeground3 },
  point: { margin: 0 },
  summary: { cursor: 'pointer', color: tokens.colorBrandForegroundLink },
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, '@media print': { display: 'none' } },
});

/** One inspection, visit or review: what it found, what it counts as, where it can be read. */
export function InspectionItem({
  shown,
  open,
  correct,
  takeOut,
}: {
  shown: ShownInspection;
  /** Whether its areas are shown at once. */
  open: boolean;
  correct?: () => void;
  takeOut?: () => void;
}) {
  const styles = useStyles();
  const { inspection, name, byName, outcome, framework, areas, counts } = shown;
  const day = dateText(inspection.on);
  const words = wordsOf(shown);
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <Text weight="semibold">{name}</Text>
        {counts && <Badge appearance="tint">Counts as {counts.grade}</Badge>}
      </div>
      <Text size={200} className={styles.quiet}>
        {day}
        {'published' in inspection && `, published ${dateText(inspection.published)}`}. Recorded by {byName},{' '}
        {dateText(inspection.at)}.
      </Text>
      {inspection.kind === 'overall' && (
        <Text>
          Overall grade {inspection.grade}, {OFSTED_WORDS[inspection.grade]}
        </Text>
      )}
      {outcome !== undefined && <Text className={styles.words}>{outcome}</Text>}
      {words !== '' && (
        <Text size={200} className={styles.words}>
          {words}
        </Text>
      )}
      {inspection.kind === 'areas' && (
        <details open={open}>
          <summary className={styles.summary}>{framework}</summary>
          <dl className={styles.areas}>
            {[
              ...areas.map(({ area, point }) => [area, point] as const),
              ['Safeguarding', inspection.safeguarding === 'met' ? 'Met' : 'Not met'] as const,
            ].map(([area, point]) => (
              <div key={area} style={{ display: 'contents' }}>
                <dt className={styles.area}>{area}</dt>
                <dd className={styles.point}>{point}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      {inspection.report && (
        <Link
          href={inspection.report}
          target="_blank"
          rel="noopener noreferrer"
          aria-label={`Report of ${day}, opens elsewhere`}
        >
          Report
        </Link>
      )}
      {correct && takeOut && (
        <div className={styles.acts}>
          <Button size="small" onClick={correct} aria-label={`${actOf(inspection.kind)}: ${name}, ${day}`}>
            {actOf(inspection.kind)}
          </Button>
          <Button size="small" appearance="subtle" onClick={takeOut} aria-label={`Take out: ${name}, ${day}`}>
            Take out
          </Button>
        </div>
      )}
    </li>
  );
}

function actOf(kind: ShownInspection['inspection']['kind']): string {
  return kind === 'awaited' ? 'Record the outcome' : 'Correct';
}

function wordsOf({ inspection }: ShownInspection): string {
  if (inspection.kind === 'monitoring') return inspection.note ?? '';
  return inspection.kind === 'review' ? `${inspection.reviewer}: ${inspection.about}` : '';
}
