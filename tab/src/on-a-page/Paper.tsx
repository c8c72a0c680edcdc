import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { OnAPageView } from '@owls/policy';
import type { ReactNode, Ref } from 'react';
import { phaseText } from '../schools/SchoolList.tsx';
import { halfTermText, instantText } from '../shell/dates.ts';
import { counted, figureText } from '../shell/figures.ts';
import { AttainmentTable } from './AttainmentTable.tsx';
import { BesideTable } from './BesideTable.tsx';
import { CategoryBlock } from './CategoryBlock.tsx';
import { GroupsTable } from './GroupsTable.tsx';
import { PROGRESS_WORDS, ProgressMark } from './ProgressMark.tsx';

/** A4 with margins that any printer keeps; the page's words and figures follow the paper's size. */
const A4 = '@page { size: A4 portrait; margin: 9mm 10mm; }';

/** More letters than fit beside the figures have the whole width, last on the page, and go on to a second one if need be. */
const LONG_WORDS = 900;

const useStyles = makeStyles({
  paper: {
    boxSizing: 'border-box',
    maxWidth: '64rem',
    margin: '0 auto',
    padding: '1.6em 1.8em',
    display: 'grid',
    gap: '0.9em',
    gridTemplateColumns: 'minmax(0, 1fr)',
    fontSize: '14px',
    lineHeight: 1.35,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow4,
    '@media (max-width: 640px)': { padding: '1em' },
    // Paper is white and ink is black, whatever theme the screen has.
    '@media print': {
      '--colorNeutralForeground1': '#000000',
      '--colorNeutralForeground2': '#1f1f1f',
      '--colorNeutralForeground3': '#4a4a4a',
      '--colorNeutralBackground1': '#ffffff',
      '--colorNeutralStroke1': '#8a8a8a',
      '--colorNeutralStroke2': '#c4c4c4',
      '--colorBrandStroke1': '#000000',
      maxWidth: 'none',
      padding: 0,
      gap: '0.6em',
      fontSize: '8pt',
      border: 'none',
      borderRadius: 0,
      boxShadow: 'none',
    },
  },
  head: {
    display: 'grid',
    gap: '0.1em',
    borderBottom: `2px solid ${tokens.colorNeutralForeground1}`,
    paddingBottom: '0.5em',
  },
  over: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', columnGap: '1.5em', fontSize: '0.9em' },
  name: { margin: 0, fontSize: '1.7em', lineHeight: 1.15, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
  pair: {
    display: 'grid',
    gap: '0.9em 1.8em',
    gridTemplateColumns: 'minmax(0, 1.25fr) minmax(0, 1fr)',
    '@media screen and (max-width: 860px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  wider: { gridTemplateColumns: 'minmax(0, 1.5fr) minmax(0, 1fr)' },
  part: { minWidth: 0, breakInside: 'avoid' },
  title: { margin: '0 0 0.35em', fontSize: '1.05em', lineHeight: 1.2 },
  list: { margin: 0, paddingLeft: '1.2em', display: 'grid', gap: '0.25em', overflowWrap: 'anywhere' },
  tables: { display: 'grid', gap: '0.6em', gridTemplateColumns: 'minmax(0, 1fr)' },
  key: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '0.1em 1.3em',
    margin: '0.4em 0 0',
    padding: 0,
    listStyleType: 'none',
    fontSize: '0.85em',
    color: tokens.colorNeutralForeground2,
    '& li': { display: 'inline-flex', alignItems: 'center', gap: '0.35em' },
  },
  words: { margin: '0 0 0.7em', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  foot: {
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
    paddingTop: '0.4em',
    fontSize: '0.8em',
    color: tokens.colorNeutralForeground3,
    margin: 0,
  },
});

/** A school on one sheet of A4, the same on the screen and on paper. */
export function Paper({ view, ref }: { view: OnAPageView; ref: Ref<HTMLElement> }) {
  const styles = useStyles();
  const { school, halfTerm, category, withheld, comment, nextSteps, published, beside, tables, groups } = view;
  const glance = [...view.gaps, ...view.glance];
  const hidesFigures =
    tables.some(({ rows }) => rows.some(({ cells }) => cells.some((cell) => cell?.hidden))) ||
    (groups?.rows.some(({ hidden }) => hidden) ?? false);
  const long = comment.length + nextSteps.length > LONG_WORDS;
  const words = (comment !== '' || nextSteps !== '') && (
    <>
      <Words title="The head's comment" text={comment} />
      <Words title="Next steps" text={nextSteps} />
    </>
  );
  const targets = tables.some(({ rows }) => rows.some(({ cells }) => cells.some((cell) => cell?.target)));
  return (
    <article ref={ref} className={styles.paper} aria-label={`${school.name} on a page`}>
      <style>{A4}</style>
      <header className={styles.head}>
        <div className={mergeClasses(styles.over, styles.quiet)}>
          <span>{view.trust} · School on a page</span>
          <span>As of {instantText(view.asOf)}</span>
        </div>
        <h2 className={styles.name}>{school.name}</h2>
        <div>
          <strong>{halfTermText(halfTerm)}</strong>
          {factsOf(school).map((fact) => ` · ${fact}`)}
        </div>
      </header>
      <div className={styles.pair}>
        <Part title="At a glance">
          {withheld.includes('figures') ? (
            <p className={styles.words}>The figures of this school are not open to you.</p>
          ) : view.returnedAt === undefined ? (
            <p className={styles.words}>Nothing has been returned for this half term or before it in the year.</p>
          ) : glance.length === 0 ? (
            <p className={styles.words}>Nothing stands out in what is open to you.</p>
          ) : (
            <ul className={styles.list}>
              {glance.map((says) => (
                <li key={says}>{says}</li>
              ))}
            </ul>
          )}
        </Part>
        <Part title="Category and support">
          {category ? (
            <CategoryBlock given={category} halfTerm={halfTerm} plans={view.plans} />
          ) : (
            <p className={styles.words}>The category of this school is not open to you.</p>
          )}
        </Part>
      </div>
      {tables.length > 0 && (
        <Part title="On track for the end of the year, % of pupils">
          <div className={styles.tables}>
            {tables.map((table) => (
              <AttainmentTable key={table.title} table={table} />
            ))}
            {groups && <GroupsTable groups={groups} />}
          </div>
          <Key targets={targets} groups={groups !== undefined} hides={hidesFigures} />
        </Part>
      )}
      {(beside.length > 0 || words || published) && (
        <div className={mergeClasses(styles.pair, styles.wider)}>
          <Part title="Beside last year and England">
            {beside.length > 0 ? (
              <BesideTable rows={beside} />
            ) : (
              <p className={styles.words}>There are no figures to hold beside them yet.</p>
            )}
          </Part>
          <div className={styles.part}>
            {!long && words}
            {published && <Published given={published} />}
          </div>
        </div>
      )}
      {long && <div>{words}</div>}
      <p className={styles.foot}>{footOf(view)}</p>
    </article>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <section className={styles.part}>
      <h3 className={styles.title}>{title}</h3>
      {children}
    </section>
  );
}

function Words({ title, text }: { title: string; text: string }) {
  const styles = useStyles();
  if (text === '') return null;
  return (
    <>
      <h3 className={styles.title}>{title}</h3>
      <p className={styles.words}>{text}</p>
    </>
  );
}

function Published({ given }: { given: NonNullable<OnAPageView['published']> }) {
  const styles = useStyles();
  const each = given.figures.map(
    ({ name, value, national }) => `${name} ${figureText(value)}% (England ${figureText(national)}%)`,
  );
  return (
    <>
      <h3 className={styles.title}>Published at the end of Year 6, {given.year}</h3>
      <p className={styles.words}>
        {each.join('; ')}.{given.nationalYear !== given.year && ` England's are of ${given.nationalYear}.`}
      </p>
    </>
  );
}

function Key({ targets, groups, hides }: { targets: boolean; groups: boolean; hides: boolean }) {
  const styles = useStyles();
  return (
    <ul className={styles.key} aria-label="What the marks mean">
      {targets &&
        (['met', 'on track', 'off track'] as const).map((progress) => (
          <li key={progress}>
            <ProgressMark progress={progress} /> {PROGRESS_WORDS[progress]}
          </li>
        ))}
      <li>▲▼ points since the last return</li>
      {targets && <li>Lines: the target, dashed the minimum</li>}
      {groups && <li>+ − points from all pupils</li>}
      {hides && <li>••• hidden, too few pupils</li>}
    </ul>
  );
}

function factsOf({ phase, cluster, pupils, head }: OnAPageView['school']): readonly string[] {
  return [
    phaseText(phase),
    ...(cluster === '' ? [] : [`${cluster} cluster`]),
    ...(pupils === undefined ? [] : [counted(pupils, 'pupil')]),
    ...(head === undefined ? [] : [`Head: ${head}`]),
  ];
}

function footOf({ school, returnedAt, showsSmall, hidesSmall }: OnAPageView): string {
  return [
    `URN ${school.urn}.`,
    ...(returnedAt === undefined ? [] : [`Figures as the head sent them on ${instantText(returnedAt)}.`]),
    "England's figures: Department for Education; the releases stand in the trust's policy.",
    ...(showsSmall ? ['Groups of very few pupils are shown: not for passing on.'] : []),
    ...(hidesSmall ? ['Groups of very few pupils are hidden.'] : []),
  ].join(' ');
}
