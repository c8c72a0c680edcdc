import { makeStyles, tokens } from '@fluentui/react-components';
import type { MeView, PlanView } from '@owls/policy';
import { PutIntoCalendars } from './PutIntoCalendars.tsx';
import { Questions } from './Questions.tsx';
import { TakeAway } from './TakeAway.tsx';

const useStyles = makeStyles({
  stack: { display: 'grid', gap: tokens.spacingHorizontalL, gridTemplateColumns: 'minmax(0, 1fr)' },
});

/** From the plan to people's calendars and back: what would change, what is being done, what was deleted, own links. */
export function Calendars({ view, me }: { view: PlanView; me: MeView }) {
  return (
    <div className={useStyles().stack}>
      {view.mayPlan && (
        <>
          <Questions view={view} />
          <PutIntoCalendars view={view} me={me} />
        </>
      )}
      <TakeAway year={view.year} />
    </div>
  );
}
