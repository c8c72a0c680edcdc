import { Badge, Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { SoapFormView } from '@owls/policy';
import { useSchool } from '../schools/queries.ts';
import { TemplateButton } from '../sheets/TemplateButton.tsx';
import { apartText, halfTermText, instantText, nearText } from '../shell/dates.ts';
import { LoadingView } from '../shell/Loading.tsx';
import { Problem } from '../shell/Problem.tsx';
import { addressOf } from '../shell/route.ts';
import { Section } from '../shell/Section.tsx';
import { useSoapForm } from './queries.ts';
import { groupsOfView, ReturnTable } from './ReturnTable.tsx';
import { StateBadge } from './StateBadge.tsx';

const useStyles = makeStyles({
  ask: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalL,
    alignItems: 'center',
    justifyContent: 'space-between',
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
    border: `1px solid ${tokens.colorBrandStroke2}`,
  },
  words: { display: 'grid', gap: tokens.spacingVerticalXXS, minWidth: 0, flexBasis: '14rem', flexGrow: 1 },
  link: { color: tokens.colorBrandForegroundLink, justifySelf: 'start' },
  badges: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
});

/** One of the reader's own schools: its return first, then its last figures and its category. */
export function OwnSchool({
  urn,
  name,
  halfTerm,
  alsoOpen,
}: {
  urn: string;
  name: string;
  halfTerm: string;
  /** Other half terms whose return is taken from the school. */
  alsoOpen: readonly string[];
}) {
  const styles = useStyles();
  const form = useSoapForm(halfTerm, urn, true);
  const school = useSchool(urn);
  if (form.isPending || school.isPending) return <LoadingView what={name} />;
  if (!form.data) return <Problem problem={form.error} again={() => form.refetch()} />;
  const category = [...(school.data?.categories ?? [])].sort((a, b) => b.at.localeCompare(a.at))[0];
  const latest = school.data?.latest;
  return (
    <Section
      title={name}
      aside={
        <span className={styles.badges}>
          {category && (
            <Badge size="large" appearance="outline" color="brand" title={`Since ${halfTermText(category.halfTerm)}`}>
              Category {category.category}
            </Badge>
          )}
          <StateBadge state={form.data.state} />
        </span>
      }
    >
      <Round form={form.data} />
      {alsoOpen.map((id) => (
        <AlsoOpen key={id} urn={urn} halfTerm={id} />
      ))}
      {latest && school.data ? (
        <>
          <Text weight="semibold">
            Your last figures: {halfTermText(latest.halfTerm)}, sent {instantText(latest.submittedAt)}
          </Text>
          <ReturnTable
            given={latest}
            last={school.data.previous}
            measures={school.data.measures}
            groups={groupsOfView(school.data)}
          />
        </>
      ) : (
        <Text>Your figures stand here once you have sent them for the first time.</Text>
      )}
      <a href={addressOf({ view: 'school', urn })} className={styles.link}>
        Open the school's page
      </a>
    </Section>
  );
}

/** A half term's return: how it stands, and the way to it. */
function Round({ form }: { form: SoapFormView }) {
  const styles = useStyles();
  const { school, halfTerm, word, sentBack } = form;
  const place = { urn: school.urn, halfTerm: halfTerm.id };
  return (
    <div className={styles.ask}>
      <div className={styles.words}>
        <Text weight="semibold">School on a page, {halfTermText(halfTerm.id)}</Text>
        {word?.step === 'reopen' && (
          <Text>
            Opened again by {word.by}: {word.note}
          </Text>
        )}
        {sentBack && (
          <Text>
            {sentBack.by} sent the figures back: {sentBack.note}
          </Text>
        )}
        <Text>{standingText(form)}</Text>
      </div>
      {form.may.allowed && form.open && (
        <span className={styles.badges}>
          <TemplateButton {...place} />
          <Button as="a" appearance="primary" size="large" href={addressOf({ view: 'soap', ...place })}>
            {actionText(form)}
          </Button>
        </span>
      )}
    </div>
  );
}

/** The return of another half term than the running one, while it is taken. */
function AlsoOpen({ urn, halfTerm }: { urn: string; halfTerm: string }) {
  const { data } = useSoapForm(halfTerm, urn, true);
  return data?.open ? <Round form={data} /> : null;
}

function actionText({ draft, submitted }: SoapFormView): string {
  if (draft) return 'Continue';
  return submitted ? 'Look or change' : 'Fill in';
}

function standingText(view: SoapFormView): string {
  const { state, submitted, draft, takenBack, asOf, opens, due, closes } = view;
  if (state === 'returned' && submitted) {
    const more = view.open ? ` It can be changed${closes === undefined ? '' : ` until ${nearText(closes)}`}.` : '';
    return `Sent on ${instantText(submitted.submittedAt)}. Thank you.${more}`;
  }
  if (!view.open)
    return Date.parse(asOf) < Date.parse(opens) ? `Opens ${nearText(opens)}.` : `Closed ${nearText(closes ?? asOf)}.`;
  const wanted =
    Date.parse(asOf) > Date.parse(due)
      ? `It was due ${nearText(due)}`
      : `It is due ${nearText(due)}, ${apartText(asOf, due)}`;
  if (draft && takenBack)
    return `${wanted}. It was taken back on ${instantText(takenBack.at)}; its figures are your draft.`;
  return draft
    ? `${wanted}. You began it; your draft is kept.`
    : `${wanted}. Last time's figures are filled in already.`;
}
