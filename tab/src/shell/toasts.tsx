import {
  Link,
  Toast,
  ToastBody,
  Toaster,
  ToastFooter,
  ToastTitle,
  useId,
  useToastController,
} from '@fluentui/react-components';
import { createContext, type ReactNode, use, useMemo } from 'react';
import { wordsFor } from './Problem.tsx';

interface NextStep {
  readonly label: string;
  readonly act: () => void;
}

/** Short words after something was done, or was not. */
export interface Say {
  done(title: string, more?: string, next?: NextStep): void;
  failed(problem: unknown, again?: () => void): void;
}

const SayContext = createContext<Say | undefined>(undefined);

/** How long a word stays, in milliseconds; failures stay until closed by another or by time to read them twice. */
const STAYS = { done: 8_000, failed: 20_000 };

export function SayProvider({ children }: { children: ReactNode }) {
  const toaster = useId('say');
  const { dispatchToast } = useToastController(toaster);
  const say = useMemo<Say>(
    () => ({
      done: (title, more, next) =>
        dispatchToast(<Word title={title} more={more} next={next} />, { intent: 'success', timeout: STAYS.done }),
      failed: (problem, again) => {
        const { title, says } = wordsFor(problem);
        const next = again && { label: 'Try again', act: again };
        dispatchToast(<Word title={title} more={says} next={next} />, { intent: 'error', timeout: STAYS.failed });
      },
    }),
    [dispatchToast],
  );
  return (
    <SayContext value={say}>
      {children}
      <Toaster toasterId={toaster} position="bottom-end" pauseOnHover pauseOnWindowBlur />
    </SayContext>
  );
}

function Word({ title, more, next }: { title: string; more: string | undefined; next: NextStep | undefined }) {
  return (
    <Toast>
      <ToastTitle>{title}</ToastTitle>
      {more && <ToastBody>{more}</ToastBody>}
      {next && (
        <ToastFooter>
          <Link as="button" onClick={next.act}>
            {next.label}
          </Link>
        </ToastFooter>
      )}
    </Toast>
  );
}

export function useSay(): Say {
  const say = use(SayContext);
  if (!say) throw new Error('useSay outside of SayProvider');
  return say;
}
