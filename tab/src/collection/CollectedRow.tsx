import { Badge, Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { CollectedSchool } from '@owls/policy';
import { instantText } from '../shell/dates.ts';
import { SchoolLink } from '../shell/SchoolLink.tsx';
import { StateBadge } from '../soap/StateBadge.tsx';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(11rem, 1.2fr) minmax(0, 2fr) auto',
    gap: tokens.spacingHorizontalXL,
    alignItems: 'start',
    padding: `${tokens.spacingVerticalM} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    '@media (max-width: 860px)': { gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
  },
  words: {
    display: 'grid',
    gap: tokens.spacingVerticalXXS,
    minWidth: 0,
    overflowWrap: 'anywhere',
    justifyItems: 'start',
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

const ACCURACY = {
  unchecked: { says: 'To look at', color: 'informative', appearance: 'outline' },
  'sent back': { says: 'Sent back', color: 'warning', appearance: 'tint' },
  confirmed: { says: 'Confirmed', color: 'success', appearance: 'tint' },
} as const;

/** One school in the collection: where its return stands, what was said of it, and what can be done. */
export function CollectedRow({
  school,
  busy,
  nudge,
  confirm,
  sendBack,
  takeBack,
}: {
  school: CollectedSchool;
  busy: boolean;
  nudge: () => void;
  confirm: () => void;
  sendBack: () => void;
  takeBack: () => void;
}) {
  const styles = useStyles();
  const { name, head, accuracy, may } = school;
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <SchoolLink urn={school.urn} name={name} />
        <Text size={200} className={styles.quiet}>
          {head === '' ? 'No head in the list of people' : head}
        </Text>
      </div>
      <div className={styles.words}>
        {accuracy ? <AccuracyBadge state={accuracy.state} /> : <StateBadge state={school.state} />}
        {happened(school).map((line) => (
          <Text key={line} size={200} className={styles.quiet}>
            {line}
          </Text>
        ))}
        {school.takenBack && school.takenBack.note !== '' && <Text size={200}>“{school.takenBack.note}”</Text>}
        {accuracy?.said && accuracy.said.note !== '' && <Text size={200}>“{accuracy.said.note}”</Text>}
      </div>
      <div className={styles.actions}>
        {may.nudge && (
          <Button disabled={busy} onClick={nudge} aria-label={`Nudge ${name}`}>
            Nudge
          </Button>
        )}
        {may.check && accuracy?.state !== 'confirmed' && (
          <Button appearance="primary" disabled={busy} onClick={confirm} aria-label={`Confirm the figures of ${name}`}>
            Confirm
          </Button>
        )}
        {may.check && accuracy?.state !== 'sent back' && (
          <Button disabled={busy} onClick={sendBack} aria-label={`Send the figures of ${name} back`}>
            Send back
          </Button>
        )}
        {may.check && accuracy?.said && accuracy.state !== 'unchecked' && (
          <Button
            appearance="subtle"
            disabled={busy}
            onClick={takeBack}
            aria-label={`Take back what was said of the figures of ${name}`}
          >
            Take back
          </Button>
        )}
      </div>
    </li>
  );
}

function AccuracyBadge({ state }: { state: keyof typeof ACCURACY }) {
  const { says, ...look } = ACCURACY[state];
  return <Badge {...look}>{says}</Badge>;
}

/** What happened so far, a line each. */
function happened({
  submittedAt,
  revision = 1,
  takenBack,
  reminders,
  nudged,
  accuracy,
}: CollectedSchool): readonly string[] {
  const said = accuracy?.said;
  return [
    ...(submittedAt ? [`Sent ${instantText(submittedAt)}${revision > 1 ? `, version ${revision}` : ''}`] : []),
    ...(takenBack ? [`Taken back by ${takenBack.by}, ${instantText(takenBack.at)}`] : []),
    ...(!accuracy && reminders > 0 ? [`Reminded ${reminders === 1 ? 'once' : `${reminders} times`}`] : []),
    ...(!accuracy && nudged ? [`Nudged by ${nudged.by}, ${instantText(nudged.at)}`] : []),
    ...(said
      ? [
          `${said.step === 'confirm' ? 'Confirmed' : 'Sent back'} by ${said.by}, ${instantText(said.at)}${
            accuracy.state === 'unchecked' ? '; sent again since' : ''
          }`,
        ]
      : []),
  ];
}
