import type { PageCell } from '@owls/policy';

type Shown = 'met' | 'on track' | 'off track';

/** What a figure's mark says aloud. */
export const PROGRESS_WORDS: Readonly<Record<Shown, string>> = {
  met: 'target reached',
  'on track': 'minimum reached',
  'off track': 'below the minimum',
};

/** The progress that has a mark of its own; a figure without a target has none. */
export function shownProgress(progress: PageCell['progress']): Shown | undefined {
  return progress === 'met' || progress === 'on track' || progress === 'off track' ? progress : undefined;
}

const SHAPES: Readonly<Record<Shown, { readonly d: string; readonly filled: boolean }>> = {
  met: {
    d: 'M 6 0.5 L 7.7 4.2 L 11.6 4.6 L 8.7 7.3 L 9.5 11.2 L 6 9.2 L 2.5 11.2 L 3.3 7.3 L 0.4 4.6 L 4.3 4.2 Z',
    filled: true,
  },
  'on track': { d: 'M 1.5 6.5 L 4.7 9.7 L 10.8 2.5', filled: false },
  'off track': { d: 'M 1 2.5 L 11 2.5 L 6 10.5 Z', filled: true },
};

/** A star, a tick or a triangle pointing down: told apart without colour. */
export function ProgressMark({ progress }: { progress: Shown }) {
  const { d, filled } = SHAPES[progress];
  return (
    <svg viewBox="0 0 12 12" width="0.8em" height="0.8em" aria-hidden="true" style={{ flexShrink: 0 }}>
      <path
        d={d}
        fill={filled ? 'currentColor' : 'none'}
        {...(filled ? {} : { stroke: 'currentColor', strokeWidth: 2, strokeLinecap: 'round' as const })}
      />
    </svg>
  );
}
