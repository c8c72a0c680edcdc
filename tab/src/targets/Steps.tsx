import { Button, Field, makeStyles, Text, Textarea, tokens } from '@fluentui/react-components';
import type { SchoolTarget, SchoolTargetsView, TargetDoing } from '@owls/policy';
import { useState } from 'react';
import { Confirm } from '../shell/Confirm.tsx';
import { counted } from '../shell/figures.ts';
import { Problem } from '../shell/Problem.tsx';
import { Section } from '../shell/Section.tsx';
import { useKeptText } from '../shell/use-kept-text.ts';
import { seen, toPropose } from './typed-figures.ts';
import type { Stepping } from './use-stepping.ts';

const MOST_TOLD = 8;

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center' },
  stack: { display: 'grid', gap: tokens.spacingVerticalM },
  wrong: { color: tokens.colorStatusDangerForeground1 },
  warns: { color: tokens.colorNeutralForeground1 },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL, overflowWrap: 'anywhere' },
});

/** How the school's targets stand and what the reader can do with all of them at once. */
export function Steps({ view, stepping, name }: { view: SchoolTargetsView; stepping: Stepping; name: string }) {
  const styles = useStyles();
  const [asked, setAsked] = useState<TargetDoing>();
  const { targets } = view;
  const proposal = toPropose(targets, stepping.typed);
  const agreeable = targets.filter(({ can }) => can.agree);
  const signable = targets.filter(({ can }) => can.signOff);
  const changeable = targets.some(({ can }) => can.propose || can.raise);
  const signed = targets.filter(({ standing }) => standing).length;
  return (
    <Section
      title={signed === targets.length ? 'All targets are signed off' : `${signed} of ${targets.length} signed off`}
    >
      <Text>{standsText(targets, view.heads)}</Text>
      <div className={styles.row}>
        {agreeable.length > 0 && (
          <Button appearance="primary" disabled={stepping.busy} onClick={() => setAsked('agree')}>
            Agree to {counted(agreeable.length, 'target')}
          </Button>
        )}
        {signable.length > 0 && (
          <Button appearance="primary" disabled={stepping.busy} onClick={() => setAsked('sign-off')}>
            Sign off {counted(signable.length, 'target')}
          </Button>
        )}
        {stepping.editing && proposal.wanted.length > 0 && (
          <Button appearance="primary" disabled={stepping.busy} onClick={() => setAsked('propose')}>
            Propose {counted(proposal.wanted.length, 'target')}
          </Button>
        )}
        {changeable && !stepping.editing && (
          <Button onClick={stepping.edit}>{signed > 0 ? 'Raise or change figures' : 'Change figures'}</Button>
        )}
        {stepping.editing && Object.keys(stepping.typed).length > 0 && (
          <Button appearance="subtle" onClick={stepping.discard}>
            Discard what I typed
          </Button>
        )}
      </div>
      {stepping.editing && proposal.half.length > 0 && (
        <Text role="status">Give both figures for {some(proposal.half)}.</Text>
      )}
      {asked === 'propose' && (
        <Propose proposal={proposal} stepping={stepping} view={view} name={name} close={() => setAsked(undefined)} />
      )}
      {(asked === 'agree' || asked === 'sign-off') && (
        <Decide
          doing={asked}
          targets={asked === 'agree' ? agreeable : signable}
          stepping={stepping}
          name={name}
          close={() => setAsked(undefined)}
        />
      )}
    </Section>
  );
}

function Propose({
  proposal: { wanted, others },
  stepping,
  view,
  name,
  close,
}: {
  proposal: ReturnType<typeof toPropose>;
  stepping: Stepping;
  view: SchoolTargetsView;
  name: string;
  close: () => void;
}) {
  const styles = useStyles();
  const [why, setWhy] = useKeptText(`targets/${view.year}/${view.school.urn}/why`);
  const filled = wanted.length - others;
  const act = async () => {
    if (!(await stepping.take('propose', wanted, why.trim()))) return;
    setWhy('');
    close();
  };
  return (
    <Confirm
      title={`Propose ${counted(wanted.length, 'target')}?`}
      action="Propose"
      busy={stepping.busy}
      close={close}
      act={act}
    >
      <div className={styles.stack}>
        <Text>
          {filled > 0 && `${counted(filled, 'target')} as the starting points make ${filled === 1 ? 'it' : 'them'}. `}
          {others > 0 && `${counted(others, 'target')} with other figures. `}
          In the name of {name}.
        </Text>
        {others > 0 && (
          <Field
            label="Why other figures"
            hint="A sentence. It stands with each of them for the other of head and CEO to read."
          >
            <Textarea resize="vertical" rows={3} value={why} onChange={(_, { value }) => setWhy(value)} />
          </Field>
        )}
        <Found stepping={stepping} />
      </div>
    </Confirm>
  );
}

function Decide({
  doing,
  targets,
  stepping,
  name,
  close,
}: {
  doing: 'agree' | 'sign-off';
  targets: readonly SchoolTarget[];
  stepping: Stepping;
  name: string;
  close: () => void;
}) {
  const styles = useStyles();
  const verb = doing === 'agree' ? 'Agree to' : 'Sign off';
  const lasting = doing === 'sign-off' || targets.some(({ standing }) => standing);
  const act = async () => {
    if (await stepping.take(doing, targets.map(seen))) close();
  };
  return (
    <Confirm
      title={`${verb} ${counted(targets.length, 'target')}?`}
      action={doing === 'agree' ? 'Agree' : 'Sign off'}
      busy={stepping.busy}
      close={close}
      act={act}
    >
      <div className={styles.stack}>
        <ul className={styles.list}>
          {targets.slice(0, MOST_TOLD).map(({ name: target, latest }) => (
            <li key={target}>
              {target}: minimum {latest?.minimum}%, target {latest?.aspirational}%
            </li>
          ))}
          {targets.length > MOST_TOLD && (
            <li>{counted(targets.length - MOST_TOLD, 'more', 'more')}, as shown on the page</li>
          )}
        </ul>
        <Text>
          In the name of {name}.{lasting && ' From then on a target moves only upwards within the year.'}
        </Text>
        <Found stepping={stepping} />
      </div>
    </Confirm>
  );
}

/** What has to be mended first; the figures stay as they were typed. */
function Found({ stepping: { found, problem } }: { stepping: Stepping }) {
  const styles = useStyles();
  if (problem !== undefined) return <Problem problem={problem} />;
  if (found.length === 0) return null;
  return (
    <ul className={styles.list} role="alert">
      {found.slice(0, MOST_TOLD).map(({ says, level }) => (
        <li key={says} className={level === 'error' ? styles.wrong : styles.warns}>
          {says}
        </li>
      ))}
      {found.length > MOST_TOLD && <li>{counted(found.length - MOST_TOLD, 'more', 'more')}</li>}
    </ul>
  );
}

function standsText(targets: readonly SchoolTarget[], heads: readonly string[]): string {
  const count = (holds: (target: SchoolTarget) => boolean) => targets.filter(holds).length;
  const missing = count(({ state }) => state === 'missing');
  const empty = count(({ state, filled }) => state === 'missing' && !filled.figures);
  const head = heads.length === 0 ? 'nobody: the school has no head on record' : heads.join(' and ');
  return [
    missing > 0 ? `${counted(missing, 'target')} to be proposed by ${head}.` : '',
    empty > 0 ? `${counted(empty, 'target')} of them ${empty === 1 ? 'has' : 'have'} nothing to start from yet.` : '',
    countText(
      count(({ state, standing }) => state === 'proposed' && !standing),
      'proposed',
    ),
    countText(
      count(({ state }) => state === 'agreed'),
      'agreed and not signed off',
    ),
    countText(
      count(({ state, standing }) => state === 'proposed' && standing !== undefined),
      'with higher figures proposed',
    ),
    missing === 0 && targets.every(({ state }) => state === 'signed-off')
      ? 'They move only upwards within the year.'
      : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function countText(count: number, what: string): string {
  return count === 0 ? '' : `${counted(count, 'target')} ${what}.`;
}

function some(names: readonly string[]): string {
  const more = names.length - 3;
  return more > 0 ? `${names.slice(0, 3).join(', ')} and ${more} more` : names.join(', ');
}
