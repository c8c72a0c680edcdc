import {
  Button,
  Dropdown,
  Field,
  Input,
  makeStyles,
  Option,
  SpinButton,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { type FaultOrder, forgetFaults, getFaults, orderFaults, type WaitingFault } from '../control/machine-api.ts';
import { FAULT_KINDS, faultWords } from './fault-kinds.ts';
import { type MetFault, metSince } from './faults-met.ts';
import { useRepeated } from './useRepeated.ts';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  form: { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: tokens.spacingHorizontalM, alignItems: 'end' },
  wide: { gridColumn: '1 / -1' },
  small: { minWidth: 0, width: '100%', boxSizing: 'border-box' },
  list: { margin: 0, paddingInlineStart: '20px', fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  row: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM },
  error: { color: tokens.colorPaletteRedForeground1 },
});

const SERVICES = ['graph', 'connector', 'entra'] as const;
const METHODS = ['Any', 'GET', 'POST', 'PATCH', 'PUT', 'DELETE'] as const;

/** Orders a fault for the next calls that fit, and shows which wait and which were met. */
export function FaultForm() {
  const styles = useStyles();
  const waiting = useRepeated('faults', getFaults);
  const met = useMet(waiting.data);
  const [service, setService] = useState<FaultOrder['service']>('graph');
  const [method, setMethod] = useState('Any');
  const [path, setPath] = useState('');
  const [kind, setKind] = useState(FAULT_KINDS[0]);
  const [times, setTimes] = useState(1);
  const [problem, setProblem] = useState<string>();

  async function order(): Promise<void> {
    if (kind === undefined) return;
    const fault: FaultOrder = {
      service,
      ...kind.trouble,
      times,
      ...(method === 'Any' ? {} : { method }),
      ...(path.trim() === '' ? {} : { path: path.trim() }),
    };
    await doing(async () => {
      // What waits already goes on waiting, as often as it still had to.
      const still = (await getFaults()).map(({ left, ...rest }) => ({ ...rest, times: left }));
      await orderFaults([...still, fault] as readonly FaultOrder[]);
    });
  }

  async function doing(work: () => Promise<unknown>): Promise<void> {
    setProblem(undefined);
    try {
      await work();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
    waiting.reload();
  }

  return (
    <section className={styles.section} aria-label="Faults to order">
      <Text as="h2" size={400} weight="semibold">
        Order a fault
      </Text>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void order();
        }}
      >
        <Field label="Calls to">
          <Dropdown
            className={styles.small}
            value={service}
            selectedOptions={[service]}
            onOptionSelect={(_, data) => setService(SERVICES.find((one) => one === data.optionValue) ?? 'graph')}
          >
            {SERVICES.map((one) => (
              <Option key={one}>{one}</Option>
            ))}
          </Dropdown>
        </Field>
        <Field label="Method">
          <Dropdown
            className={styles.small}
            value={method}
            selectedOptions={[method]}
            onOptionSelect={(_, data) => setMethod(data.optionValue ?? 'Any')}
          >
            {METHODS.map((one) => (
              <Option key={one}>{one}</Option>
            ))}
          </Dropdown>
        </Field>
        <Field className={styles.wide} label="Path" hint="A regular expression. Empty: any path.">
          <Input value={path} placeholder="/lists/.*/items" onChange={(_, data) => setPath(data.value)} />
        </Field>
        <Field className={styles.wide} label="What happens">
          <Dropdown
            className={styles.small}
            value={kind?.label ?? ''}
            selectedOptions={kind === undefined ? [] : [kind.id]}
            onOptionSelect={(_, data) => setKind(FAULT_KINDS.find(({ id }) => id === data.optionValue))}
          >
            {FAULT_KINDS.map(({ id, label }) => (
              <Option key={id} value={id}>
                {label}
              </Option>
            ))}
          </Dropdown>
        </Field>
        <Field label="How often">
          <SpinButton
            className={styles.small}
            min={1}
            max={1000}
            value={times}
            onChange={(_, data) => setTimes(Math.max(1, Math.round(data.value ?? Number(data.displayValue) ?? 1) || 1))}
          />
        </Field>
        <Button type="submit" appearance="primary">
          Order
        </Button>
      </form>
      {problem === undefined && waiting.error === undefined ? null : (
        <Text role="alert" size={200} className={styles.error}>
          {problem ?? waiting.error?.message}
        </Text>
      )}
      <div className={styles.row}>
        <Text as="h3" size={300} weight="semibold">
          Waiting
        </Text>
        {(waiting.data ?? []).length === 0 ? null : (
          <Button
            size="small"
            onClick={() => {
              met.forget();
              void doing(forgetFaults);
            }}
          >
            Forget all
          </Button>
        )}
      </div>
      {(waiting.data ?? []).length === 0 ? (
        <Text size={200}>No fault waits.</Text>
      ) : (
        <ul className={styles.list} aria-label="Faults that wait">
          {(waiting.data ?? []).map((fault, index) => (
            <li key={index}>
              {faultWords(fault)} ({fault.left} times)
            </li>
          ))}
        </ul>
      )}
      <Text as="h3" size={300} weight="semibold">
        Met since this panel was opened
      </Text>
      {met.faults.length === 0 ? (
        <Text size={200}>None yet.</Text>
      ) : (
        <ul className={styles.list} aria-label="Faults that were met">
          {met.faults.map((each, index) => (
            <li key={index}>
              {faultWords(each.fault)} ({each.times} times)
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Notes which of the waiting faults calls have met. `forget` before they are taken back: that is no call's doing. */
function useMet(waiting: readonly WaitingFault[] | undefined): {
  faults: readonly MetFault[];
  forget: () => void;
} {
  const [faults, setFaults] = useState<readonly MetFault[]>([]);
  const before = useRef<readonly WaitingFault[]>([]);
  useEffect(() => {
    if (waiting === undefined) return;
    const met = metSince(before.current, waiting);
    before.current = waiting;
    if (met.length > 0) setFaults((known) => [...known, ...met]);
  }, [waiting]);
  return {
    faults,
    forget: () => {
      before.current = [];
    },
  };
}
