import { Field, makeStyles, Text, Textarea, tokens } from '@fluentui/react-components';
import { type AssessmentsView, LONGEST_REMOVAL_REASON, type ShownAssessment } from '@owls/policy';
import { useState } from 'react';
import { Confirm } from '../shell/Confirm.tsx';
import { dateText } from '../shell/dates.ts';
import { Notice } from '../shell/Notice.tsx';
import { useKeptText } from '../shell/use-kept-text.ts';
import { faultOf, useSending } from '../shell/use-sending.ts';
import { useTakeOut } from './queries.ts';
import { recordInWords, standing } from './standing.ts';

const useStyles = makeStyles({ stack: { display: 'grid', gap: tokens.spacingVerticalM } });

/** Asks, and why, before a recorded outcome is taken out; names what goes, as it was seen (M16, M17). */
export default function TakeOut({
  view: { school },
  year,
  shown,
  putBack,
  close,
}: {
  view: AssessmentsView;
  year: string;
  shown: ShownAssessment;
  /** Records what was taken out once more. */
  putBack: (taken: ShownAssessment) => void;
  close: () => void;
}) {
  const styles = useStyles();
  const [seen, see] = useState(shown);
  const [why, setWhy] = useKeptText(`assessment-out/${school.urn}/${year}/${shown.key}`);
  const { send, wrong, problem, busy } = useSending(useTakeOut(school.urn));
  const { record, byName, name } = seen;
  if (record?.version === undefined) return null;
  const { version, recordedOn } = record;
  const act = () =>
    send(
      { year, assessment: shown.key, version, why: why.trim() },
      {
        says: 'Taken out',
        next: { label: 'Undo', act: () => putBack(seen) },
        done: () => {
          setWhy('');
          close();
        },
        conflict: (current) => {
          see(standing(current, year, shown.key) ?? seen);
          return 'This was corrected since you opened it. Below is what stands there now: press the button again to take that out.';
        },
      },
    );
  return (
    <Confirm title={`Take out ${name}, ${year}?`} action="Take it out" busy={busy} close={close} act={act}>
      <div className={styles.stack}>
        {problem && <Notice intent="error">{problem}</Notice>}
        <Text>
          {school.name}: {recordInWords(seen)}. Recorded by {byName}, {dateText(recordedOn)}.
        </Text>
        <Text>
          It is no longer on record, and the analysis of the year’s results does without it. The history keeps the
          figures, who took them out, when and why. It can be recorded again.
        </Text>
        <Field label="Why is it taken out?" required {...faultOf(wrong, 'why')}>
          <Textarea
            resize="vertical"
            maxLength={LONGEST_REMOVAL_REASON}
            value={why}
            onChange={(_, { value }) => setWhy(value)}
          />
        </Field>
      </div>
    </Confirm>
  );
}
