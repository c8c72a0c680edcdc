import type { AnalysisView } from '@owls/policy';
import { useState } from 'react';
import { ApiProblem } from '../shell/api.ts';
import { wordsFor } from '../shell/Problem.tsx';
import { useSay } from '../shell/toasts.tsx';
import { type AnalysisChange, useAnalysisChange } from './queries.ts';

/** Sends what a form holds, and puts what is wrong at its place. */
export function useSending(view: AnalysisView, done: string, close: () => void) {
  const say = useSay();
  const change = useAnalysisChange(view);
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState<string>();
  const send = (given: AnalysisChange, onConflict: (now: AnalysisView) => void) => {
    setWrong({});
    setProblem(undefined);
    change.mutate(given, {
      onSuccess: () => {
        say.done(done);
        close();
      },
      onError: (refusal) => {
        if (refusal instanceof ApiProblem && refusal.status === 422) {
          setWrong(Object.fromEntries(refusal.findings.map(({ place = '', says }) => [place, says])));
        } else if (refusal instanceof ApiProblem && refusal.status === 409) {
          if (refusal.current !== undefined) onConflict(refusal.current as AnalysisView);
          setProblem('This was changed since you opened it. Press the button again to put yours in its place.');
        } else setProblem(wordsFor(refusal).says);
      },
    });
  };
  return { send, wrong, setWrong, problem, busy: change.isPending };
}

/** What a field says of a wrong value. */
export function faultOf(wrong: Readonly<Record<string, string>>, place: string) {
  const says = wrong[place];
  return says === undefined ? {} : { validationState: 'error' as const, validationMessage: says };
}
