import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Call } from '../control/machine-api.ts';
import { getWire } from '../control/machine-api.ts';
import { useAnswer } from '../control/useAnswer.ts';
import { laidOut, scannable } from './call-words.ts';

const useStyles = makeStyles({
  detail: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM}`,
  },
  soft: { color: tokens.colorNeutralForeground2 },
  text: {
    margin: 0,
    padding: tokens.spacingHorizontalS,
    maxHeight: '320px',
    overflow: 'auto',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorNeutralStroke3}`,
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  parts: { margin: 0, padding: 0, listStyleType: 'none', fontSize: tokens.fontSizeBase200 },
  part: {
    display: 'grid',
    gridTemplateColumns: '52px 1fr 36px',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXXS} 0`,
  },
  path: { overflowWrap: 'anywhere', minWidth: 0, fontFamily: tokens.fontFamilyMonospace },
  status: { textAlign: 'end', fontVariantNumeric: 'tabular-nums' },
});

/** What a call carried: the parts of a batch, headers and bodies as they were, secrets removed. */
export function CallDetail({ call }: { call: Call }) {
  const styles = useStyles();
  const asked = useAnswer(String(call.n), () => getWire(call.n));
  return (
    <div className={styles.detail}>
      {call.parts === undefined ? null : (
        <section>
          <Text as="h3" size={200} weight="semibold">
            Parts
          </Text>
          <ol className={styles.parts}>
            {call.parts.map((part, index) => (
              <li key={index} className={styles.part}>
                <span>{part.method}</span>
                <span className={styles.path}>{scannable(part.path)}</span>
                <span className={styles.status}>{part.status === 0 ? '–' : part.status}</span>
              </li>
            ))}
          </ol>
        </section>
      )}
      {asked.data === undefined ? (
        <Text size={200} className={styles.soft}>
          {asked.error === undefined
            ? 'Loading…'
            : call.service === 'entra'
              ? 'What goes to Entra is secrets and tokens; it is not kept.'
              : asked.error.message}
        </Text>
      ) : (
        <>
          <Sent
            title="Request headers"
            text={Object.entries(asked.data.requestHeaders)
              .map(([name, value]) => `${name}: ${value}`)
              .join('\n')}
          />
          <Sent title="Request body" text={laidOut(asked.data.requestBody)} />
          <Sent title="Answer" text={laidOut(asked.data.responseBody)} />
        </>
      )}
    </div>
  );
}

function Sent({ title, text }: { title: string; text: string }) {
  const styles = useStyles();
  if (text === '') return null;
  return (
    <section aria-label={title}>
      <Text as="h3" size={200} weight="semibold">
        {title}
      </Text>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse scrolls it with the keys */}
      <pre className={styles.text} tabIndex={0}>
        {text}
      </pre>
    </section>
  );
}
