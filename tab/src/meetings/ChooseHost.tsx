import { Field, Select } from '@fluentui/react-components';
import type { PlanMeeting, PlanView } from '@owls/policy';
import { counted } from '../shell/figures.ts';
import { useSay } from '../shell/toasts.tsx';
import { useMove } from './queries.ts';

/** Schools host in turn; another one can be chosen, and takes the turn of the one it stands in for. */
export function ChooseHost({ view, meeting }: { view: PlanView; meeting: PlanMeeting }) {
  const move = useMove(view.year);
  const say = useSay();
  const schools = [...view.hosts].sort((one, other) => one.turns - other.turns || one.name.localeCompare(other.name));
  return (
    <Field
      label="Hosted by"
      hint="By turns. If you choose another school, the two swap their turns."
      {...(move.isPending ? { validationState: 'none' as const, validationMessage: 'Giving it another host…' } : {})}
    >
      <Select
        value={meeting.host ?? ''}
        disabled={move.isPending}
        onChange={(_, { value }) =>
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
