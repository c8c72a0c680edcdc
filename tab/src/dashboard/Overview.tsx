import { makeStyles, tokens } from '@fluentui/react-components';
import type { MeView } from '@owls/policy';
import { lazy, Suspense } from 'react';
import { Empty } from '../shell/Empty.tsx';
import { Heading } from '../shell/Heading.tsx';
import { LoadingView } from '../shell/Loading.tsx';
import { Dashboard } from './Dashboard.tsx';

const OwnSchools = lazy(() => import('../soap/OwnSchools.tsx'));

const useStyles = makeStyles({ both: { display: 'grid', gap: tokens.spacingVerticalXXXL, minWidth: 0 } });

/** The first thing a person sees: their own schools, then the trust, each where they have one. */
export function Overview({ me, part }: { me: MeView; part: 'collection' | undefined }) {
  const styles = useStyles();
  const heads = me.ownSchools.length > 0;
  const trust = me.may['dashboard.read'] === true;
  if (!heads && !trust) return <NothingYet me={me} />;
  return (
    <div className={styles.both}>
      {heads && (
        <Suspense fallback={<LoadingView what="your school" />}>
          <OwnSchools me={me} />
        </Suspense>
      )}
      {trust && <Dashboard trust={me.trust} first={!heads} part={part} may={me.may} />}
    </div>
  );
}

function NothingYet({ me }: { me: MeView }) {
  return (
    <>
      <Heading title={`Welcome, ${me.person.name}`} about={me.trust} asOf={me.now} />
      <Empty title="There is nothing for you to do here yet.">
        No school of the trust is in your hands at the moment. The places above are the ones open to you; if you
        expected more, ask the CEO's office to look at your roles in the list of people.
      </Empty>
    </>
  );
}
