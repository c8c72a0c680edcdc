/** Progress for a person at a terminal: one line a step, rewritten while it counts; plain lines where there is none. */
export function steps(out: NodeJS.WriteStream = process.stdout): {
  readonly tell: (step: string) => void;
  readonly done: () => void;
} {
  let last = '';
  const clear = () => {
    if (last !== '' && out.isTTY) out.write(`\r\u001b[2K  ✓ ${withoutCount(last)}\n`);
  };
  return {
    tell: (step) => {
      if (!out.isTTY) {
        if (withoutCount(step) !== withoutCount(last)) out.write(`  ${withoutCount(step)}\n`);
      } else {
        if (withoutCount(step) !== withoutCount(last)) clear();
        out.write(`\r\u001b[2K  … ${step}`);
      }
      last = step;
    },
    done: () => {
      clear();
      last = '';
    },
  };
}

const withoutCount = (step: string): string => step.replace(/ \(\d+ %\)$/, '');
