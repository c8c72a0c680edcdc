import { Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { ErrorCircleFilled } from '@fluentui/react-icons/svg/error-circle';
import { WarningFilled } from '@fluentui/react-icons/svg/warning';
import type { Finding, School, SoapContent, SoapReturn, TrustPolicy } from '@owls/policy';
import { measuresFor } from '@owls/policy';
import { groupsShown, ReturnTable } from './ReturnTable.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalS },
  item: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'flex-start' },
  error: { color: tokens.colorStatusDangerForeground1, fontSize: '20px', flexShrink: 0 },
  warning: { color: tokens.colorStatusWarningForeground3, fontSize: '20px', flexShrink: 0 },
  good: { color: tokens.colorStatusSuccessForeground1, fontSize: '20px', flexShrink: 0 },
  words: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
});

/** The return as it would be sent, beside last time's, and what has to be mended or explained before. */
export function Review({
  content,
  last,
  school,
  policy,
  found,
  mend,
}: {
  content: SoapContent;
  last: SoapReturn | undefined;
  school: School;
  policy: TrustPolicy;
  found: readonly Finding[];
  mend: (finding: Finding) => void;
}) {
  const styles = useStyles();
  const explained = content.comment.trim() !== '';
  const open = found.filter(({ level }) => level === 'error' || !explained);
  return (
    <>
      {open.length === 0 ? (
        <div className={styles.item}>
          <CheckmarkCircleFilled className={styles.good} aria-hidden />
          <Text>Everything is here and makes sense. Look over it once more, then send it.</Text>
        </div>
      ) : (
        <ul className={styles.list} aria-label="To mend before sending">
          {open.map((finding) => (
            <li key={finding.says} className={styles.item}>
              {finding.level === 'error' ? (
                <ErrorCircleFilled className={styles.error} role="img" aria-label="To mend:" />
              ) : (
                <WarningFilled className={styles.warning} role="img" aria-label="To explain:" />
              )}
              <Link as="button" onClick={() => mend(finding)} inline>
                {finding.says}
              </Link>
            </li>
          ))}
        </ul>
      )}
      <ReturnTable
        given={content}
        last={last}
        measures={measuresFor(policy, school)}
        groups={groupsShown(policy, school)}
      />
      {content.comment !== '' && <Text className={styles.words}>Comment: {content.comment}</Text>}
      {content.nextSteps !== '' && <Text className={styles.words}>Next steps: {content.nextSteps}</Text>}
    </>
  );
}
