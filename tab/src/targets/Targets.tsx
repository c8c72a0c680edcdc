import { makeStyles, tokens } from '@fluentui/react-components';
import type { TargetsView } from '@owls/policy';
import { Empty } from '../shell/Empty.tsx';
import { Heading } from '../shell/Heading.tsx';
import { LoadingView } from '../shell/Loading.tsx';
import { Problem } from '../shell/Problem.tsx';
import { Board } from './Board.tsx';
import { ChooseYear } from './ChooseYear.tsx';
import { useTargets } from './queries.ts';
import { SchoolStates } from './SchoolStates.tsx';
import { SchoolTargets } from './SchoolTargets.tsx';

const useStyles = makeStyles({ page: { display: 'grid', gap: tokens.spacingHorizontalL, minWidth: 0 } });

/** A year's targets: of the school that is named, else of all the reader may see, with the trust's own for the board. */
export default function Targets({ year, urn, name }: { year?: string; urn?: string; name: string }) {
  const { data, isPending, error, refetch } = useTargets(year);
  if (isPending) return <LoadingView what="the targets" />;
  if (!data) return <Problem problem={error} again={() => refetch()} />;
  // Whoever has one school alone is there at once.
  const only = data.schools.length === 1 && !data.board ? data.schools[0]?.urn : undefined;
  const chosen = urn ?? only;
  if (chosen === undefined) return <All view={data} name={name} />;
  return (
    <SchoolTargets
      key={`${data.year}/${chosen}`}
      year={data.year}
      urn={chosen}
      name={name}
      among={only === undefined}
    />
  );
}

function All({ view, name }: { view: TargetsView; name: string }) {
  const styles = useStyles();
  return (
    <>
      <Heading title="Targets" about={view.year} asOf={view.asOf}>
        <ChooseYear year={view.year} years={view.years} />
      </Heading>
      <div className={styles.page}>
        {view.schools.length === 0 ? (
          <Empty title="There are no schools with targets you may read yet.">
            As soon as a school is on the list of schools, its targets stand here.
          </Empty>
        ) : (
          <SchoolStates year={view.year} schools={view.schools} />
        )}
        {view.board && <Board board={view.board} year={view.year} name={name} />}
      </div>
    </>
  );
}
