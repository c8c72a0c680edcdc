import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { ErrorCircleFilled } from '@fluentui/react-icons/svg/error-circle';
import { type Finding, inputOf, type SoapStep, type TrustPolicy } from '@owls/policy';
import { stepOf } from './form-values.ts';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  step: {
    position: 'relative',
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '36px',
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    cursor: 'pointer',
    textAlign: 'left',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  here: {
    backgroundColor: tokens.colorBrandBackground2,
    border: `1px solid ${tokens.colorBrandStroke1}`,
    color: tokens.colorBrandForeground2,
    fontWeight: tokens.fontWeightSemibold,
    ':hover': { backgroundColor: tokens.colorBrandBackground2, color: tokens.colorBrandForeground2 },
  },
  // On a phone only the step somebody is at carries its name in sight; the others keep it for screen readers.
  label: {
    '@media (max-width: 640px)': {
      position: 'absolute',
      width: '1px',
      height: '1px',
      overflow: 'hidden',
      clipPath: 'inset(50%)',
    },
  },
  number: { color: tokens.colorNeutralForeground3 },
  good: { color: tokens.colorStatusSuccessForeground1, flexShrink: 0 },
  bad: { color: tokens.colorStatusDangerForeground1, flexShrink: 0 },
});

/** Where in the return the head is; any step can be gone to, and those with something to mend say so. */
export function StepList({
  steps,
  at,
  review,
  found,
  policy,
  go,
}: {
  steps: readonly SoapStep[];
  at: string;
  review: string;
  found: readonly Finding[];
  policy: TrustPolicy;
  go: (key: string) => void;
}) {
  const styles = useStyles();
  const wrong = new Set(
    found
      .filter(({ level }) => level === 'error')
      .map((finding) => {
        const input = inputOf(finding);
        return input && stepOf(policy, input);
      }),
  );
  const place = steps.findIndex(({ key }) => key === at);
  const past = (index: number) => at === review || index < place;
  return (
    <nav aria-label="Steps of the return">
      <ol className={styles.list}>
        {steps.map(({ key, title }, index) => (
          <li key={key}>
            <button
              type="button"
              className={mergeClasses(styles.step, key === at && styles.here)}
              {...(key === at ? { 'aria-current': 'step' as const } : {})}
              onClick={() => go(key)}
            >
              {wrong.has(key) ? (
                <ErrorCircleFilled className={styles.bad} role="img" aria-label="Something to mend:" />
              ) : past(index) ? (
                <CheckmarkCircleFilled className={styles.good} aria-hidden />
              ) : (
                <span className={styles.number}>{index + 1}</span>
              )}
              <span className={mergeClasses(key !== at && styles.label)}>{title}</span>
            </button>
          </li>
        ))}
        <li>
          <button
            type="button"
            className={mergeClasses(styles.step, at === review && styles.here)}
            {...(at === review ? { 'aria-current': 'step' as const } : {})}
            onClick={() => go(review)}
          >
            <span className={styles.number}>{steps.length + 1}</span>
            <span className={mergeClasses(at !== review && styles.label)}>Review and send</span>
          </button>
        </li>
      </ol>
    </nav>
  );
}
