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
import { useEffect, useRef } from 'react';
import type { Word } from './toasts.tsx';

/** How long a word stays, in milliseconds; a failure long enough to be read twice. */
const STAYS = { success: 8_000, error: 20_000 };

/** Shows each word once, at the bottom of the page, and reads it to those who listen. */
export default function SpokenWords({ words }: { words: readonly Word[] }) {
  const toaster = useId('say');
  const { dispatchToast } = useToastController(toaster);
  const said = useRef(0);
  useEffect(() => {
    for (const { id, intent, title, more, next } of words.filter((word) => word.id > said.current)) {
      said.current = id;
      dispatchToast(
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
        </Toast>,
        { intent, timeout: STAYS[intent] },
      );
    }
  }, [words, dispatchToast]);
  return <Toaster toasterId={toaster} position="bottom-end" pauseOnHover pauseOnWindowBlur />;
}
