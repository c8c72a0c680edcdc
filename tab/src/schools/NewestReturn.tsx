import { Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { SchoolView, SoapReturn } from '@owls/policy';
import { halfTermText, instantText } from '../shell/dates.ts';
import { counted } from '../shell/figures.ts';
import { addressOf } from '../shell/route.ts';
import { Section } from '../shell/Section.tsx';
import { groupsOfView, ReturnTable } from '../soap/ReturnTable.tsx';

const useStyles = makeStyles({
  texts: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 16rem), 1fr))',
    gap: tokens.spacingHorizontalXL,
  },
  text: {
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    paddingLeft: tokens.spacingHorizontalM,
    borderLeft: `3px solid ${tokens.colorBrandStroke2}`,
    alignContent: 'start',
  },
  words: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** The newest return in full: each year group by measure, the whole school, and the head's own words. */
export function NewestReturn({
  view,
  latest,
  previous,
}: {
  view: SchoolView;
  latest: SoapReturn;
  previous: SoapReturn | undefined;
}) {
  const styles = useStyles();
  const revision = latest.revision > 1 ? `, ${ordinal(latest.revision)} version` : '';
  return (
    <Section
      title={`Newest return: ${halfTermText(latest.halfTerm)}`}
      aside={
        !view.withheld.includes('comment') && (
          <Link href={addressOf({ view: 'history', urn: view.school.urn, halfTerm: latest.halfTerm })}>History</Link>
        )
      }
      about={`Sent on ${instantText(latest.submittedAt)}${revision}. ${
        previous
          ? `Changes are since ${halfTermText(previous.halfTerm)}.`
          : 'There is no earlier return to compare with.'
      }`}
    >
      {view.withheld.includes('figures') ? (
        <Text>The figures of this school are not open to you.</Text>
      ) : (
        <ReturnTable
          given={latest}
          last={previous}
          measures={view.measures}
          groups={groupsOfView(view)}
          hidden={view.hidden}
        />
      )}
      {view.hidden.length > 0 && (
        <Text size={200} className={styles.quiet}>
          ••• {counted(view.hidden.length, 'figure')} hidden: these year groups are so small that single children could
          be recognised.
        </Text>
      )}
      {view.groups.some(({ hidden }) => hidden) && (
        <Text size={200} className={styles.quiet}>
          ••• Pupil groups are hidden where single children could be recognised, from them or from the groups beside
          them.
        </Text>
      )}
      {(latest.comment !== '' || latest.nextSteps !== '') && (
        <div className={styles.texts}>
          <Words title="The head's comment" text={latest.comment} />
          <Words title="Next steps" text={latest.nextSteps} />
        </div>
      )}
    </Section>
  );
}

function Words({ title, text }: { title: string; text: string }) {
  const styles = useStyles();
  if (text === '') return null;
  return (
    <div className={styles.text}>
      <Text weight="semibold" as="h3" style={{ margin: 0 }}>
        {title}
      </Text>
      <Text className={styles.words}>{text}</Text>
    </div>
  );
}

function ordinal(count: number): string {
  const words = ['', 'first', 'second', 'third', 'fourth', 'fifth'];
  return words[count] ?? `${count}th`;
}
