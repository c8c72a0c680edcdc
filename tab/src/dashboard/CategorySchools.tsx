import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { DashboardView } from '@owls/policy';
import { useState } from 'react';
import { addressOf } from '../shell/route.ts';
import { UNSEEN } from '../shell/unseen.ts';

type Placed = DashboardView['categories']['matrix'][number]['schools'][number];

/** Enough for a small trust; a large one opens a cell to see the rest. */
const SHOWN_FIRST = 8;
/** In a trust of so many schools, a cell shows fewer at first: the moves are the news. */
const MANY = 12;
const SHOWN_OF_MANY = 4;

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
  },
  item: { maxWidth: '100%' },
  chip: {
    position: 'relative',
    display: 'inline-block',
    boxSizing: 'border-box',
    maxWidth: '100%',
    padding: `1px ${tokens.spacingHorizontalSNudge}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    textDecorationLine: 'none',
    overflowWrap: 'anywhere',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  up: { color: tokens.colorStatusSuccessForeground3, fontWeight: tokens.fontWeightSemibold },
  unseen: UNSEEN,
  down: { color: tokens.colorStatusDangerForeground3, fontWeight: tokens.fontWeightSemibold },
});

const MOVES = { up: '▲', down: '▼', same: '', new: '' } as const;

/** The schools in one category, each a link, those that moved with an arrow and where they came from. */
export function CategorySchools({ schools }: { schools: readonly Placed[] }) {
  const styles = useStyles();
  const [all, setAll] = useState(false);
  // Moves first: they are the news.
  const ordered = [...schools].sort(
    (a, b) => Number(moved(b)) - Number(moved(a)) || a.name.localeCompare(b.name, 'en-GB'),
  );
  const shown = all ? ordered : ordered.slice(0, ordered.length > MANY ? SHOWN_OF_MANY : SHOWN_FIRST);
  const hidden = ordered.length - shown.length;
  return (
    <>
      <ul className={styles.list}>
        {shown.map((school) => (
          <li key={school.urn} className={styles.item}>
            <a href={addressOf({ view: 'school', urn: school.urn })} className={styles.chip}>
              {moved(school) && (
                <span className={school.move === 'up' ? styles.up : styles.down}>
                  <span aria-hidden="true">{MOVES[school.move]} </span>
                  <span className={styles.unseen}>moved {school.move} from </span>
                  {school.was}{' '}
                </span>
              )}
              {school.name}
            </a>
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <Button appearance="transparent" size="small" onClick={() => setAll(true)}>
          and {hidden} more
        </Button>
      )}
    </>
  );
}

function moved(school: Placed): boolean {
  return school.move === 'up' || school.move === 'down';
}
