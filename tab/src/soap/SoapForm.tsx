import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { SoapFormView, TrustPolicy } from '@owls/policy';
import { measuresFor } from '@owls/policy';
import { useState } from 'react';
import { useTrustPolicy } from '../policy/queries.ts';
import { TemplateButton } from '../sheets/TemplateButton.tsx';
import { halfTermText, instantText, nearText } from '../shell/dates.ts';
import { Empty } from '../shell/Empty.tsx';
import { Heading } from '../shell/Heading.tsx';
import { LoadingView } from '../shell/Loading.tsx';
import { Notice } from '../shell/Notice.tsx';
import { Problem } from '../shell/Problem.tsx';
import { addressOf } from '../shell/route.ts';
import { Section } from '../shell/Section.tsx';
import { useSoapForm } from './queries.ts';
import { groupsShown, ReturnTable } from './ReturnTable.tsx';
import { SoapEditor } from './SoapEditor.tsx';
import { StateBadge } from './StateBadge.tsx';
import { TakeBack } from './TakeBack.tsx';

const useStyles = makeStyles({
  notices: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    ':not(:empty)': { marginBottom: tokens.spacingVerticalM },
  },
  foot: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center' },
});

/** A school's SOAP of a half term: to type while it is open to this reader, to read otherwise. */
export default function SoapForm({ urn, halfTerm }: { urn: string; halfTerm: string }) {
  const styles = useStyles();
  const form = useSoapForm(halfTerm, urn, false);
  const policy = useTrustPolicy();
  const [again, setAgain] = useState(false);
  // What another page read a while ago is no ground to type on: wait for what stands there now.
  const old = form.isFetching && !form.isFetchedAfterMount;
  if (form.isPending || old || policy.isPending) return <LoadingView what="the form" />;
  if (!form.data) return <Problem problem={form.error} again={() => form.refetch()} />;
  if (!policy.data) return <Problem problem={policy.error} again={() => policy.refetch()} />;
  const view = form.data;
  const typing = view.may.allowed && view.open && (again || view.draft !== undefined || view.submitted === undefined);
  return (
    <>
      <Heading title={view.school.name} about={`School on a page, ${halfTermText(view.halfTerm.id)}`} asOf={view.asOf}>
        <StateBadge state={view.state} />
        {view.open && (
          <Text size={200}>
            Due {nearText(view.due)}, open {view.closes === undefined ? 'again' : `until ${nearText(view.closes)}`}
          </Text>
        )}
      </Heading>
      <div className={styles.notices}>
        {view.word && (
          <Notice
            intent="info"
            title={`${view.word.step === 'close' ? 'Closed' : 'Opened again'} by ${view.word.by}, ${instantText(view.word.at)}:`}
          >
            {view.word.note}
          </Notice>
        )}
        {view.takenBack && (
          <Notice
            intent="info"
            title={`Taken back by ${view.takenBack.by}, ${instantText(view.takenBack.at)}${view.takenBack.note === '' ? '.' : ':'}`}
          >
            {view.takenBack.note}
          </Notice>
        )}
        {view.sentBack && (
          <Notice intent="warning" title={`${view.sentBack.by} sent these figures back.`}>
            {view.sentBack.note}
          </Notice>
        )}
      </div>
      {typing ? (
        <SoapEditor key={view.submitted?.revision ?? 0} view={view} policy={policy.data} sent={() => setAgain(false)} />
      ) : (
        <Sent view={view} policy={policy.data} change={() => setAgain(true)} />
      )}
    </>
  );
}

function Sent({ view, policy, change }: { view: SoapFormView; policy: TrustPolicy; change: () => void }) {
  const styles = useStyles();
  const { submitted, last, school, may, open } = view;
  if (!submitted) {
    return (
      <Empty title="Nothing has been sent for this half term.">
        {may.allowed ? windowText(view) : `${may.because} ${may.wouldChange}`}
      </Empty>
    );
  }
  return (
    <Section
      title={submitted.revision > 1 ? `Sent, version ${submitted.revision}` : 'Sent'}
      about={`On ${instantText(submitted.submittedAt)}. ${last ? `Changes are since ${halfTermText(last.halfTerm)}.` : ''}`}
      aside={
        <span>
          <Link href={addressOf({ view: 'school', urn: school.urn })}>The school's page</Link>
          {' · '}
          <Link href={addressOf({ view: 'history', urn: school.urn, halfTerm: submitted.halfTerm })}>History</Link>
        </span>
      }
    >
      <ReturnTable
        given={submitted}
        last={last}
        measures={measuresFor(policy, school)}
        groups={groupsShown(policy, school)}
      />
      {submitted.comment !== '' && <Text style={{ whiteSpace: 'pre-wrap' }}>{submitted.comment}</Text>}
      {submitted.nextSteps !== '' && <Text style={{ whiteSpace: 'pre-wrap' }}>Next steps: {submitted.nextSteps}</Text>}
      {may.allowed && open && (
        <div className={styles.foot}>
          <Button onClick={change}>Change it</Button>
          {view.mayTakeBack && <TakeBack view={view} />}
          <Text size={200}>
            {view.closes !== undefined && `until ${instantText(view.closes)}; `}a new version takes the place of this
            one.
          </Text>
          <TemplateButton urn={school.urn} halfTerm={submitted.halfTerm} />
        </div>
      )}
    </Section>
  );
}

function windowText({ asOf, opens, closes = asOf }: SoapFormView): string {
  if (Date.parse(asOf) < Date.parse(opens))
    return `It opens on ${instantText(opens)} and closes on ${instantText(closes)}.`;
  return `It closed on ${instantText(closes)}.`;
}
