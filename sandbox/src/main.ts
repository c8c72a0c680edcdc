import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startSandbox } from './start.ts';

const { values } = parseArgs({
  options: {
    state: { type: 'string' },
    ports: { type: 'string' },
    record: { type: 'string' },
    'record-cards': { type: 'string' },
  },
});
if (values.state === undefined) {
  console.error(
    'Usage: main.mjs --state DIR [--ports ENTRA,GRAPH,CONNECTOR,PAGE] [--record FILE.jsonl] [--record-cards FILE.jsonl]',
  );
  process.exit(2);
}

const sandbox = await startSandbox({
  stateDir: values.state,
  ports: values.ports?.split(',').map(Number),
  clock: process.env.SANDBOX_CLOCK || undefined,
  record: values.record,
  recordCards: values['record-cards'],
  pageDir: fileURLToPath(new URL('./page', import.meta.url)),
}).catch((error: unknown) => {
  console.error(`The sandbox did not start: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
});
const { close, ...doors } = sandbox;
console.log(JSON.stringify({ ready: true, ...doors }));

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  });
}
