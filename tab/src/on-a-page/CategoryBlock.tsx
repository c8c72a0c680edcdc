import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { OnAPageView } from '@owls/policy';
import { inspectionWords } from '../categorisation/inspection-words.ts';
import { shortHalfTerm } from '../schools/chart-scale.ts';
import { dateText, halfTermText } from '../shell/dates.ts';
import { usePageTable } from './use-page-table.ts';

const useStyles = makeStyles({
  now: { display: 'flex', alignItems: 'center', gap: '0.7em' },
  code: {
    fontSize: '1.7em',
    lineHeight: 1,
    fontWeight: tokens.fontWeightBold,
    padding: '0.22em 0.4em',
    border: `2px solid ${tokens.colorNeutralForeground1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  strip: { display: 'flex', listStyleType: 'none', margin: '0.5em 0 0', padding: 0, gap: '0.25em' },
  each: {
    flexGrow: 1,
    flexBasis: 0,
    textAlign: 'center',
    padding: '0.15em 0',
    borderTop: `2px solid ${tokens.colorNeutralStroke1}`,
  },
  here: { borderTop: `2px solid ${tokens.colorNeutralForeground1}`, fontWeight: tokens.fontWeightSemibold },
  label: { display: 'block', fontSize: '0.75em', color: tokens.colorNeutralForeground3 },
  words: { margin: '0.35em 0 0', overflowWrap: 'anywhere' },
});

const MOVES = { up: '▲', down: '▼', same: '', new: '' } as const;
/** The newest ones say where a school stands. */
const INSPECTIONS = 2;
/** A reason is told in a few lines; all of it stands on the school's own page. */
const LONGEST_REASON = 260;

/** Where a school stands: its category with a year's history, what inspectors said, and the support that follows. */
export function CategoryBlock({
  given,
  halfTerm,
  plans,
}: {
  given: NonNullable<OnAPageView['category']>;
  halfTerm: string;
  plans: OnAPageView['plans'];
}) {
  const styles = useStyles();
  const looks = usePageTable();
  const { now, history, inspections } = given;
  return (
    <>
      {now ? (
        <div className={styles.now}>
          <span className={styles.code}>{now.code}</span>
          <span>
            <strong>{now.name}</strong>
            {now.was && `, ${now.move} from ${now.was}`}
            <br />
            <span className={looks.small}>
              {now.halfTerm === halfTerm ? 'Validated' : `Of ${halfTermText(now.halfTerm)}, validated`}
              {now.by && ` by ${now.by}`}
              {now.at && ` on ${dateText(now.at)}`}
              {now.agreed !== undefined && (now.agreed ? ', agreed with the school' : ', the school does not agree')}
            </span>
          </span>
        </div>
      ) : (
        <p className={styles.words}>No category is validated yet.</p>
      )}
      <ol className={styles.strip} aria-label="Categories of the last half terms">
        {history.map(({ halfTerm: id, category }) => (
          <li key={id} className={mergeClasses(styles.each, id === now?.halfTerm && styles.here)}>
            <span className={styles.label}>
              <span aria-hidden="true">{shortHalfTerm(id)[0]}</span>
              <span className={looks.unseen}>{halfTermText(id)}</span>
            </span>
            {category && category.was !== undefined && (
              <>
                <span aria-hidden="true">{MOVES[category.move]}</span>
                <span className={looks.unseen}>moved {category.move} to </span>
              </>
            )}
            {category?.code ?? '–'}
          </li>
        ))}
      </ol>
      {now?.why && <p className={styles.words}>“{shortened(now.why)}”</p>}
      {inspections.slice(-INSPECTIONS).map((one) => (
        <p key={`${one.on} ${one.kind}`} className={styles.words}>
          <strong>Inspection</strong> {inspectionWords(one)}
        </p>
      ))}
      {now?.support && (
        <p className={styles.words}>
          <strong>Support</strong> {now.support}
        </p>
      )}
      {plans.map((says) => (
        <p key={says} className={styles.words}>
          {says}
        </p>
      ))}
    </>
  );
}

function shortened(text: string): string {
  if (text.length <= LONGEST_REASON) return text;
  return `${text.slice(0, LONGEST_REASON).replace(/\s+\S*$/, '')} …`;
}
