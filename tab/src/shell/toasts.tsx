import { createContext, lazy, type ReactNode, Suspense, use, useMemo, useRef, useState } from 'react';
import { wordsFor } from './Problem.tsx';

/** What can be done about it at once. */
export interface NextStep {
  readonly label: string;
  readonly act: () => void;
}

/** One thing said, to be shown once. */
export interface Word {
  readonly id: number;
  readonly intent: 'success' | 'error';
  readonly title: string;
  readonly more: string | undefined;
  readonly next: NextStep | undefined;
}

/** Short words after something was done, or was not. */
export interface Say {
  done(title: string, more?: string, next?: NextStep): void;
  failed(problem: unknown, again?: () => void): void;
}

const SayContext = createContext<Say | undefined>(undefined);

// Nothing is said before somebody does something: the toaster comes with the first word.
const SpokenWords = lazy(() => import('./SpokenWords.tsx'));

export function SayProvider({ children }: { children: ReactNode }) {
  const [words, setWords] = useState<readonly Word[]>([]);
  const count = useRef(0);
  const say = useMemo<Say>(() => {
    const speak = (word: Omit<Word, 'id'>) => {
      count.current += 1;
      const id = count.current;
      setWords((before) => [...before, { ...word, id }]);
    };
    return {
      done: (title, more, next) => speak({ intent: 'success', title, more, next }),
      failed: (problem, again) => {
        const { title, says } = wordsFor(problem);
        speak({ intent: 'error', title, more: says, next: again && { label: 'Try again', act: again } });
      },
    };
  }, []);
  return (
    <SayContext value={say}>
      {children}
      {words.length > 0 && (
        <Suspense fallback={null}>
          <SpokenWords words={words} />
        </Suspense>
      )}
    </SayContext>
  );
}

export function useSay(): Say {
  const say = use(SayContext);
  if (!say) throw new Error('useSay outside of SayProvider');
  return say;
}
