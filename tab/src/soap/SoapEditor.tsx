import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Finding, InputValues, SoapFormView, TrustPolicy } from '@owls/policy';
import { blocks, inputOf, stepsFor } from '@owls/policy';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { InExcel } from '../sheets/InExcel.tsx';
import { ApiProblem } from '../shell/api.ts';
import { useApi } from '../shell/api-context.tsx';
import { Confirm } from '../shell/Confirm.tsx';
import { halfTermText } from '../shell/dates.ts';
import { Notice } from '../shell/Notice.tsx';
import { Section } from '../shell/Section.tsx';
import { useSay } from '../shell/toasts.tsx';
import { Conflict } from './Conflict.tsx';
import { isGap, stepOf } from './form-values.ts';
import { soapPath } from './queries.ts';
import { Review } from './Review.tsx';
import { SaveNote } from './SaveNote.tsx';
import { StepFields } from './StepFields.tsx';
import { StepList } from './StepList.tsx';
import { useDraft } from './use-draft.ts';

const REVIEW = 'review';

const useStyles = makeStyles({
  page: { display: 'grid', gap: tokens.spacingVerticalL, minWidth: 0 },
  foot: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center' },
  push: { marginLeft: 'auto' },
});

/** The return as a head types it: a step at a time, kept as a draft, checked as it is typed, sent at the end. */
export function SoapEditor({ view, policy, sent }: { view: SoapFormView; policy: TrustPolicy; sent: () => void }) {
  const styles = useStyles();
  const api = useApi();
  const queries = useQueryClient();
  const say = useSay();
  const draft = useDraft(view, policy);
  const steps = stepsFor(policy, view.school);
  const order = [...steps.map(({ key }) => key), REVIEW];
  const [at, setAt] = useState(order[0] ?? REVIEW);
  const [reviewed, setReviewed] = useState(false);
  const [asking, setAsking] = useState(false);
  const [sending, setSending] = useState(false);
  const [refused, setRefused] = useState<readonly Finding[]>([]);
  const body = useRef<HTMLDivElement>(null);
  const place = order.indexOf(at);

  const found = [
    ...draft.read.findings,
    ...refused.filter((one) => !draft.read.findings.some((its) => its.says === one.says)),
  ];
  const shown = reviewed ? found : found.filter((one) => !isGap(one));
  const blocked = blocks(found, draft.values.comment ?? '');

  const goTo = (key: string) => {
    if (key === REVIEW) setReviewed(true);
    setAt(key);
    if (draft.state === 'changed') draft.save();
    body.current?.scrollIntoView({ block: 'start' });
  };
  const [wanted, setWanted] = useState<string>();
  useEffect(() => {
    if (wanted === undefined) return;
    document.getElementById(`soap-${wanted}`)?.focus();
    setWanted(undefined);
  }, [wanted]);
  const mend = (finding: Finding) => {
    const input = inputOf(finding);
    const step = input && stepOf(policy, input);
    if (!input || !step) return;
    setAt(step);
    setWanted(input);
  };

  const send = async () => {
    setSending(true);
    try {
      const kept = await draft.save();
      if (!kept?.draft) return;
      const answer = await api.send<SoapFormView>('POST', `${soapPath(view.halfTerm.id, view.school.urn)}/submit`, {
        version: kept.draft.version,
      });
      queries.setQueryData(['soap', view.halfTerm.id, view.school.urn], answer);
      await queries.invalidateQueries();
      say.done('Your SOAP is sent', 'Thank you. The CEO and your cluster leader see it now.');
      sent();
    } catch (problem) {
      if (problem instanceof ApiProblem && problem.status === 422) setRefused(problem.findings);
      say.failed(problem);
    } finally {
      setSending(false);
      setAsking(false);
    }
  };

  const takeFile = (values: InputValues) => {
    setRefused([]);
    draft.change(values);
    setReviewed(true);
    setAt(REVIEW);
  };

  const step = steps.find(({ key }) => key === at);
  return (
    <div className={styles.page} ref={body}>
      <StepList steps={steps} at={at} review={REVIEW} found={shown} policy={policy} go={goTo} />
      <InExcel view={view} policy={policy} draft={draft} take={takeFile} />
      {view.draft === undefined && view.submitted === undefined && view.last && (
        <Notice intent="info">
          {view.start.cohorts.some(({ figures }) => Object.keys(figures).length > 0)
            ? `The figures of ${halfTermText(view.last.halfTerm)} are filled in. Change what has changed; nothing is sent before you say so.`
            : 'A new academic year starts with empty figures. Last time’s stand beside each field.'}
        </Notice>
      )}
      <Section title={step?.title ?? 'Review and send'} aside={<SaveNote draft={draft} />}>
        {step ? (
          <StepFields
            step={step}
            policy={policy}
            school={view.school}
            values={draft.values}
            last={view.last}
            targets={view.targets}
            found={shown}
            change={(values) => {
              setRefused([]);
              draft.change(values);
            }}
          />
        ) : (
          <Review
            content={draft.read.content}
            last={view.last}
            school={view.school}
            policy={policy}
            found={found}
            mend={mend}
          />
        )}
        <div className={styles.foot}>
          {place > 0 && <Button onClick={() => goTo(order[place - 1] ?? at)}>Back</Button>}
          <span className={styles.push} />
          {at === REVIEW ? (
            <>
              {blocked && <Text size={200}>Mend what is listed above, then it can be sent.</Text>}
              <Button appearance="primary" disabled={blocked || sending} onClick={() => setAsking(true)}>
                Send
              </Button>
            </>
          ) : (
            <Button appearance="primary" onClick={() => goTo(order[place + 1] ?? REVIEW)}>
              {order[place + 1] === REVIEW ? 'Review' : 'Next'}
            </Button>
          )}
        </div>
      </Section>
      {asking && (
        <Confirm title="Send this SOAP?" action="Send" busy={sending} close={() => setAsking(false)} act={send}>
          The CEO, your cluster leader and the trust's central team see it at once. Until the collection closes you can
          send a changed version.
        </Confirm>
      )}
      {draft.theirs && <Conflict mine={draft.values} theirs={draft.theirs} policy={policy} settle={draft.settle} />}
    </div>
  );
}
