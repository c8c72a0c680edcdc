import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { AnalysisAction, AnalysisView, ShownNeed } from '@owls/policy';
import { lazy, Suspense, useState } from 'react';
import { Section } from '../shell/Section.tsx';
import { NeedItem } from './NeedItem.tsx';

// Written once a year, read all of it: the forms come when they are wanted.
const NeedForm = lazy(() => import('./NeedForm.tsx'));
const ActionForm = lazy(() => import('./ActionForm.tsx'));

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalXL },
  quiet: { color: tokens.colorNeutralForeground3 },
  add: { justifySelf: 'start', '@media print': { display: 'none' } },
});

type Opened =
  | { readonly form: 'need'; readonly need: ShownNeed | undefined }
  | { readonly form: 'action'; readonly need: ShownNeed; readonly action: AnalysisAction | undefined };

/** The needs that the results show or the head names, with what follows from each. */
export function Needs({ view, me }: { view: AnalysisView; me: string }) {
  const styles = useStyles();
  const [opened, open] = useState<Opened>();
  const close = () => open(undefined);
  const writes = view.mayWrite && !view.sent;
  return (
    <Section
      title="Needs and what is done about them"
      about={view.open ? undefined : 'What the head sees in them is shown once the analysis is sent.'}
    >
      {view.needs.length === 0 && (
        <Text className={styles.quiet}>
          {view.figures.length === 0 ? 'None yet: there are no results.' : 'The results show no need.'}
        </Text>
      )}
      <ul className={styles.list}>
        {view.needs.map((need) => (
          <NeedItem
            key={need.area}
            view={view}
            need={need}
            write={() => open({ form: 'need', need })}
            act={(action) => open({ form: 'action', need, action })}
          />
        ))}
      </ul>
      {writes && (
        <Button className={styles.add} onClick={() => open({ form: 'need', need: undefined })}>
          Name a need of your own
        </Button>
      )}
      {opened && (
        <Suspense fallback={null}>
          {opened.form === 'need' ? (
            <NeedForm view={view} need={opened.need} close={close} />
          ) : (
            <ActionForm view={view} need={opened.need} action={opened.action} me={me} close={close} />
          )}
        </Suspense>
      )}
    </Section>
  );
}
