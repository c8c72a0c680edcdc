import { Button, Input, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { SchoolTarget } from '@owls/policy';
import { figureText } from '../shell/figures.ts';
import { moveInTable } from '../shell/grid-keys.ts';
import { useBlockPaste } from '../shell/use-block-paste.ts';
import { targetWord } from './state-words.ts';
import { isOpen, keyOf, keyOfFinding, pasted, shownIn, type TypedFigures } from './typed-figures.ts';
import type { Stepping } from './use-stepping.ts';

const useStyles = makeStyles({
  table: { borderCollapse: 'collapse', width: '100%', fontVariantNumeric: 'tabular-nums', tableLayout: 'fixed' },
  head: {
    textAlign: 'left',
    verticalAlign: 'bottom',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalXS} 0`,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  wide: { width: '38%' },
  cell: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalXS} 0`,
    verticalAlign: 'top',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  figure: { lineHeight: '32px', whiteSpace: 'nowrap' },
  name: { textAlign: 'left', fontWeight: tokens.fontWeightRegular },
  story: {
    justifyContent: 'flex-start',
    textAlign: 'left',
    minWidth: 0,
    padding: 0,
    color: tokens.colorBrandForegroundLink,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  quiet: { color: tokens.colorNeutralForeground3, display: 'block' },
  input: { width: '100%', maxWidth: '5.25rem' },
  inner: { minWidth: 0, width: '100%' },
  wrong: { border: `1px solid ${tokens.colorStatusDangerBorder2}` },
  says: { color: tokens.colorStatusDangerForeground1, display: 'block' },
});

/**
 * A year group's targets, a measure a row: where it starts, the minimum, the figure to aim for, and how it stands. A
 * block of minimums and targets copied from a spreadsheet can be pasted in, and taken out again.
 */
export function TargetTable({
  title,
  targets,
  stepping,
  tell,
}: {
  title: string;
  targets: readonly SchoolTarget[];
  stepping: Stepping;
  tell: (key: string) => void;
}) {
  const styles = useStyles();
  const blocks = useBlockPaste(stepping.typed, stepping.type);
  const paste = (target: SchoolTarget, which: keyof TypedFigures, text: string) => {
    const laid = pasted(targets, stepping.typed, { target, which }, text);
    if (laid) blocks.take(laid.block, laid.figures, laid.before);
    return laid !== undefined;
  };
  return (
    <table
      className={styles.table}
      aria-label={`Targets, ${title}`}
      onKeyDown={(event) => {
        moveInTable(event);
        blocks.undoByKey(event);
      }}
    >
      <thead>
        <tr>
          <th scope="col" className={mergeClasses(styles.head, styles.wide)}>
            Measure
          </th>
          <th scope="col" className={styles.head}>
            Starts from
          </th>
          <th scope="col" className={styles.head}>
            Minimum
          </th>
          <th scope="col" className={styles.head}>
            Target
          </th>
        </tr>
      </thead>
      <tbody>
        {targets.map((target) => (
          <TargetRow key={keyOf(target)} target={target} stepping={stepping} tell={tell} paste={paste} />
        ))}
      </tbody>
    </table>
  );
}

function TargetRow({
  target,
  stepping,
  tell,
  paste,
}: {
  target: SchoolTarget;
  stepping: Stepping;
  tell: (key: string) => void;
  paste: (target: SchoolTarget, which: keyof TypedFigures, text: string) => boolean;
}) {
  const styles = useStyles();
  const key = keyOf(target);
  const found = stepping.found.filter((finding) => keyOfFinding(finding) === key);
  const edited = stepping.editing && isOpen(target);
  const shown = shownIn(target, stepping.typed);
  const says = `target-says-${key.replace('/', '-')}`;
  const field = (which: 'minimum' | 'aspirational', label: string) => (
    <td className={styles.cell}>
      {edited ? (
        <Input
          className={mergeClasses(styles.input, found.length > 0 && styles.wrong)}
          input={{ className: styles.inner }}
          inputMode="numeric"
          autoComplete="off"
          aria-label={`${target.name}, ${label}, per cent`}
          aria-invalid={found.some(({ level }) => level === 'error')}
          {...(found.length > 0 ? { 'aria-describedby': says } : {})}
          value={shown[which]}
          onChange={(_, { value }) => stepping.type({ [key]: { ...shown, [which]: value } })}
          onPaste={(event) => {
            if (paste(target, which, event.clipboardData.getData('text/plain'))) event.preventDefault();
          }}
        />
      ) : (
        <span className={styles.figure}>{target.latest ? `${target.latest[which]}%` : '–'}</span>
      )}
    </td>
  );
  return (
    <tr>
      <th scope="row" className={mergeClasses(styles.cell, styles.name)}>
        <Button
          appearance="transparent"
          className={styles.story}
          aria-label={`How ${target.name} came about`}
          onClick={() => tell(key)}
        >
          {target.measureName}
        </Button>
        <Text size={200} className={styles.quiet}>
          {stateOf(target)}
        </Text>
        {found.length > 0 && (
          <div id={says}>
            {found.map((finding) => (
              <Text key={finding.says} size={200} className={styles.says}>
                {finding.says}
              </Text>
            ))}
          </div>
        )}
      </th>
      <td className={styles.cell}>
        <span className={styles.figure}>{target.filled.start ? `${figureText(target.filled.start.value)}%` : '–'}</span>
      </td>
      {field('minimum', 'minimum')}
      {field('aspirational', 'target')}
    </tr>
  );
}

/** The state, the figures that hold where others are proposed, and the chance to reach them. */
function stateOf(target: SchoolTarget): string {
  const { standing, state, trajectory, better } = target;
  const holds = standing && state === 'proposed' ? `, ${standing.minimum}% and ${standing.aspirational}% hold` : '';
  const less = better === 'lower' ? ', less is better' : '';
  const chance = standing && trajectory?.chance ? `, chance ${trajectory.chance.aspirational.says}` : '';
  return `${targetWord(target)}${holds}${less}${chance}`;
}
