import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { GatheringView, MeView } from '@owls/policy';
import { Section } from '../shell/Section.tsx';
import { AddText } from './AddText.tsx';
import type { Outbox } from './outbox.ts';
import { PointList } from './PointList.tsx';

const useStyles = makeStyles({
  items: { display: 'grid', gap: tokens.spacingVerticalM, margin: 0, paddingLeft: tokens.spacingHorizontalXL },
  points: {
    display: 'grid',
    gap: tokens.spacingVerticalXXS,
    margin: `${tokens.spacingVerticalXS} 0 0`,
    paddingLeft: tokens.spacingHorizontalL,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
});

/** The agenda as it stands at this moment, filled from what the trust knows, with what people added. */
export function Agenda({ view, box, me }: { view: GatheringView; box: Outbox; me: MeView }) {
  const styles = useStyles();
  const mayAdd = view.may.write && view.meeting.state !== 'cancelled';
  return (
    <Section title="Agenda" about="Filled from today’s figures, as far as you may see them.">
      <ol className={styles.items}>
        {view.agenda.map(({ title, points }) => (
          <li key={title}>
            <Text weight="semibold">{title}</Text>
            {points.length > 0 && (
              <ul className={styles.points}>
                {points.map((point) => (
                  <li key={point}>{point}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
      <PointList title="Added" kind="agenda item" view={view} box={box} />
      {mayAdd && (
        <AddText
          label="Add to the agenda"
          button="Add to the agenda"
          name={`owls/typing/${me.person.id}/${view.meeting.key}/agenda`}
          add={(text) => box.put(`/points/${crypto.randomUUID()}`, { kind: 'agenda item', text })}
        />
      )}
    </Section>
  );
}
