import { Badge, Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { CategoriesView } from '@owls/policy';
import { useId, useState } from 'react';
import { dateText } from '../shell/dates.ts';
import { SchoolLink } from '../shell/SchoolLink.tsx';
import { AgreementWords } from './Agreement.tsx';
import { Evidence } from './Evidence.tsx';
import { OFSTED_WORDS } from './matrix.ts';
import { moveBetween, type RoundSchool, stageOf } from './round.ts';
import type { Decisions } from './use-decisions.ts';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(11rem, 1.4fr) minmax(0, 2.4fr) auto',
    gap: tokens.spacingHorizontalXL,
    alignItems: 'start',
    padding: `${tokens.spacingVerticalM} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    '@media (max-width: 860px)': { gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
  },
  words: { display: 'grid', gap: tokens.spacingVerticalXXS, minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
  steps: { display: 'grid', gridTemplateColumns: 'repeat(4, minmax(0, 1fr))', maxWidth: '24rem' },
  step: { display: 'grid', gap: tokens.spacingVerticalXXS, justifyItems: 'start' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  up: { color: tokens.colorStatusSuccessForeground3 },
  down: { color: tokens.colorStatusDangerForeground3 },
  quote: {
    paddingLeft: tokens.spacingHorizontalM,
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
  },
});

/** One school in the round: last time, suggested, proposed, validated, with the evidence and what can be done. */
export function RoundRow({
  school,
  scale,
  decisions,
}: {
  school: RoundSchool;
  scale: CategoriesView['scale'];
  decisions: Decisions;
}) {
  const styles = useStyles();
  const evidence = useId();
  const [open, setOpen] = useState(false);
  const evidenceLabel = open ? 'Hide the evidence' : `Why ${school.suggestion.category}?`;
  const { judgement, mayTakeBack: part } = school;
  const proposed = judgement?.proposed;
  const validated = judgement?.validated;
  const waits = stageOf(school) === 'to validate';
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <SchoolLink urn={school.urn} name={school.name} />
        <Text size={200} className={styles.quiet}>
          {[school.cluster, school.ofsted ? `Ofsted ${OFSTED_WORDS[school.ofsted]}` : 'No graded inspection']
            .filter((each) => each !== '')
            .join(' · ')}
        </Text>
      </div>
      <div className={styles.words}>
        <div className={styles.steps}>
          <Step title="Last time" code={school.last} />
          <Step
            title="Suggested"
            code={school.suggestion.category}
            move={moveBetween(scale, school.last, school.suggestion.category)}
          />
          <Step
            title="Proposed"
            code={proposed?.category}
            move={moveBetween(scale, school.last, proposed?.category)}
            strong={!validated}
          />
          <Step
            title="Validated"
            code={validated?.category}
            move={moveBetween(scale, school.last, validated?.category)}
            strong
          />
        </div>
        {proposed && (
          <div className={styles.quote}>
            <Text size={200}>
              {proposed.because}{' '}
              <span className={styles.quiet}>
                {school.proposedByName ?? 'The cluster leader'}, {dateText(proposed.at)}
              </span>
            </Text>
          </div>
        )}
        {validated?.why && (
          <div className={styles.quote}>
            <Text size={200}>
              {validated.why}{' '}
              <span className={styles.quiet}>
                {school.validatedByName ?? 'The CEO'}, {dateText(validated.at)}
              </span>
            </Text>
          </div>
        )}
        {school.agreement && <AgreementWords given={school.agreement} />}
        <div>
          <Button
            size="small"
            appearance="subtle"
            aria-expanded={open}
            aria-controls={evidence}
            aria-label={`${evidenceLabel} ${school.name}`}
            onClick={() => setOpen(!open)}
          >
            {evidenceLabel}
          </Button>
        </div>
        <div id={evidence}>{open && <Evidence school={school} />}</div>
      </div>
      <div className={styles.actions}>
        {school.mayValidate && waits && (
          <Button
            appearance="primary"
            disabled={decisions.busy}
            onClick={() => decisions.agree(school)}
            aria-label={`Agree with ${proposed?.category} for ${school.name}`}
          >
            Agree
          </Button>
        )}
        {school.mayValidate && (proposed || validated) && (
          <Button
            disabled={decisions.busy}
            onClick={() => decisions.open({ kind: 'validation', urn: school.urn })}
            aria-label={`Change the category of ${school.name}`}
          >
            Change
          </Button>
        )}
        {school.mayPropose && !validated && !(school.mayValidate && proposed) && (
          <Button
            appearance={proposed ? 'secondary' : 'primary'}
            disabled={decisions.busy}
            onClick={() => decisions.open({ kind: 'proposal', urn: school.urn })}
          >
            {proposed ? 'Change proposal' : 'Propose'}
          </Button>
        )}
        {part && (
          <Button
            appearance="subtle"
            disabled={decisions.busy}
            onClick={() => decisions.takeBack({ part, urn: school.urn })}
            aria-label={`Take back the ${part} for ${school.name}`}
          >
            Take back
          </Button>
        )}
      </div>
    </li>
  );
}

function Step({
  title,
  code,
  move,
  strong = false,
}: {
  title: string;
  code: string | undefined;
  move?: 'up' | 'down' | 'same' | undefined;
  strong?: boolean;
}) {
  const styles = useStyles();
  return (
    <span className={styles.step}>
      <Text size={200} className={styles.quiet}>
        {title}
      </Text>
      {code === undefined ? (
        <Text className={styles.quiet}>–</Text>
      ) : (
        <span>
          <Badge size="large" appearance={strong ? 'filled' : 'outline'} color={strong ? 'brand' : 'informative'}>
            {code}
          </Badge>
          {(move === 'up' || move === 'down') && (
            <span className={mergeClasses(styles[move])} role="img" aria-label={`moved ${move} since last time`}>
              {move === 'up' ? ' ▲' : ' ▼'}
            </span>
          )}
        </span>
      )}
    </span>
  );
}
