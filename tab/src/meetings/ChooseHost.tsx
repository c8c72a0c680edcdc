import { Field, makeStyles, Select } from '@fluentui/react-components';
import type { PlanMeeting, PlanView } from '@owls/policy';
import { counted } from '../shell/figures.ts';
import { useSay } from '../shell/toasts.tsx';
import { useMove } from './queries.ts';

const useStyles = makeStyles({
  // The longest school's name would push the field over the dialog's edge.
  field: { gridTemplateColumns: 'minmax(0, 1fr)' },
  select: { minWidth: 0 },
});

/** Schools host in turn; another one can be chosen, and takes the turn of the one it stands in for. */
export function ChooseHost({ view, meeting }: { view: PlanView; meeting: PlanMeeting }) {
  const styles = useStyles();
  const move = useMove(view.year);
  const say = useSay();
  const schools = [...view.hosts].sort((one, other) => one.turns - other.turns || one.name.localeCompare(other.name));
  return (
    <Field
      className={styles.field}
      label="Hosted by"
      hint="By turns. If you choose another school, the two swap their turns."
      {...(move.isPending ? { validationState: 'none' as const, validationMessage: 'Giving it another host…' } : {})}
    >
      <Select
        className={styles.select}
        // Not disabled while it waits: that would take the keyboard's focus out of the dialog.
        value={(move.isPending ? move.variables.host : meeting.host) ?? ''}
        onChange={(_, { value }) =>
          !move.isPending &&
          move.mutate(
            { key: meeting.key, host: value },
            {
              onSuccess: ({ plan }) =>
                say.done(`${plan.hosts.find(({ urn }) => urn === value)?.name ?? value} hosts it`, meeting.title),
              onError: (problem) => say.failed(problem),
            },
          )
        }
      >
        {!view.hosts.some(({ urn }) => urn === meeting.host) && <option value={meeting.host}>{meeting.place}</option>}
        {schools.map(({ urn, name, turns }) => (
          <option key={urn} value={urn}>
            {name} ({counted(turns, 'turn')})
          </option>
        ))}
      </Select>
    </Field>
  );
}
