import { Badge, Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { ExtraDataView, ShownExtraData } from '@owls/policy';
import { lazy, Suspense, useState } from 'react';
import { Sparkline } from '../on-a-page/Sparkline.tsx';
import { reachOf } from '../on-a-page/sparkline.ts';
import { dateText } from '../shell/dates.ts';
import { ScrollFrame } from '../shell/ScrollFrame.tsx';
import { Section } from '../shell/Section.tsx';
import { useFigureTable } from '../shell/use-figure-table.ts';
import { useExtraData } from './queries.ts';
import { shownFigure } from './typed-figures.ts';

// Most schools never need it: the form comes when it is wanted.
const ExtraDataForm = lazy(() => import('./ExtraDataForm.tsx'));

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalL },
  item: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    minWidth: 0,
    paddingLeft: tokens.spacingHorizontalM,
    borderLeft: `2px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  name: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground3 },
  act: { justifySelf: 'start', '@media print': { display: 'none' } },
  // A long name wraps between its words, and the figures scroll beside it.
  figure: { minWidth: '6rem', overflowWrap: 'normal' },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
});

/** What is asked of a school while it causes concern, and what it gave, over time. Nothing where there is neither. */
export function ExtraData({ urn }: { urn: string }) {
  const styles = useStyles();
  const { data } = useExtraData(urn);
  const [opened, open] = useState<ShownExtraData>();
  // Beside the page, not in its way: a school that causes no concern has no such part.
  if (!data || (data.items.length === 0 && data.because === undefined)) return null;
  return (
    <Section title="Extra data" about={data.because ?? 'The school causes no concern any more, so nothing is asked.'}>
      {data.items.length === 0 && <Text className={styles.quiet}>Nothing is asked yet.</Text>}
      <ul className={styles.list}>
        {data.items.map((shown) => (
          <Item key={shown.key} view={data} shown={shown} give={() => open(shown)} />
        ))}
      </ul>
      {opened?.asked && (
        <Suspense fallback={null}>
          <ExtraDataForm view={data} shown={opened} asked={opened.asked} close={() => open(undefined)} />
        </Suspense>
      )}
    </Section>
  );
}

function Item({ view, shown, give }: { view: ExtraDataView; shown: ShownExtraData; give: () => void }) {
  const styles = useStyles();
  const { asked, name, given } = shown;
  const act = asked?.given ? 'Correct' : 'Give it';
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <Text as="h3" weight="semibold" className={styles.name}>
          {name}
        </Text>
        {asked && <State asked={asked} asOf={view.asOf} />}
      </div>
      {given.length > 0 && <Figures shown={shown} />}
      {given.at(-1)?.says && <Text>{given.at(-1)?.says}</Text>}
      {asked && view.mayGive && (
        <Button size="small" className={styles.act} onClick={give} aria-label={`${act}: ${name}`}>
          {act}
        </Button>
      )}
    </li>
  );
}

function State({ asked, asOf }: { asked: NonNullable<ShownExtraData['asked']>; asOf: string }) {
  if (asked.given) {
    return (
      <Badge appearance="tint" color="success">
        Given for {dateText(asked.due)}
      </Badge>
    );
  }
  return asked.wanted < asOf ? (
    <Badge appearance="tint" color="danger">
      Overdue since {dateText(asked.wanted)}
    </Badge>
  ) : (
    <Badge appearance="outline" color="informative">
      Wanted by {dateText(asked.wanted)}
    </Badge>
  );
}

/** As many as stand beside each other in a narrow column; the line tells of those before. */
const NEWEST = 3;

/** The newest figures, the newest first, with the line each makes over time. */
function Figures({ shown: { name, measures, given } }: { shown: ShownExtraData }) {
  const styles = useStyles();
  const table = useFigureTable();
  const newest = given.slice(-NEWEST).reverse();
  return (
    <ScrollFrame label={`${name}, over time`}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(table.head, table.row)}>
              Figure
            </th>
            {newest.map(({ due }) => (
              <th key={due} scope="col" className={table.head}>
                {dateText(due)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {measures.map(({ key, name: measure, unit, max }) => (
            <tr key={key}>
              <th scope="row" className={mergeClasses(table.row, styles.figure)}>
                <span className={styles.line}>
                  {measure}
                  {given.length > 1 && <Line given={given} measure={key} max={max} />}
                </span>
              </th>
              {newest.map(({ due, figures }) => (
                <td key={due} className={table.cell}>
                  {shownFigure(figures[key], unit)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  );
}

/** How a figure moved; the table says the same in figures. */
function Line({ given, measure, max }: { given: ShownExtraData['given']; measure: string; max: number }) {
  const line = given.map(({ due, figures: { [measure]: figure } }) => ({
    halfTerm: due,
    ...(figure === undefined ? {} : { figure }),
  }));
  return (
    <Sparkline
      line={line}
      reach={reachOf(
        line.flatMap(({ figure }) => figure ?? []),
        max,
      )}
    />
  );
}
