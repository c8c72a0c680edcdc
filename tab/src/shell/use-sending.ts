import type { UseMutationResult } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem } from './api.ts';
import { wordsFor } from './Problem.tsx';
import { type NextStep, useSay } from './toasts.tsx';

/** What is wrong, by its place in the form. */
export type Wrong = Readonly<Record<string, string>>;

interface Then {
  /** What is said once it is done. */
  readonly says: string;
  readonly next?: NextStep;
  readonly done: () => void;
  /** Where somebody else was first: takes what stands there now, and may say what it is. */
  readonly conflict: (current: unknown) => string | undefined;
}

const CHANGED = 'This was changed since you opened it. Press the button again to put yours in its place.';

/** Sends what a form holds, and puts what is wrong at its place. */
export function useSending<Given>(change: Pick<UseMutationResult<unknown, Error, Given>, 'mutate' | 'isPending'>) {
  const say = useSay();
  const [wrong, setWrong] = useState<Wrong>({});
  const [problem, setProblem] = useState<string>();
  /** Says what is wrong before anything is sent. */
  const refuse = (found: Wrong) => {
    setProblem(undefined);
    setWrong(found);
  };
  const send = (given: Given, { says, next, done, conflict }: Then) => {
    refuse({});
    change.mutate(given, {
      onSuccess: () => {
        say.done(says, undefined, next);
        done();
      },
      onError: (refusal) => {
        if (refusal instanceof ApiProblem && refusal.status === 422) {
          setWrong(Object.fromEntries(refusal.findings.map(({ place = '', says: what }) => [place, what])));
        } else if (refusal instanceof ApiProblem && refusal.status === 409) {
          setProblem(conflict(refusal.current) ?? CHANGED);
        } else setProblem(wordsFor(refusal).says);
      },
    });
  };
  return { send, refuse, wrong, problem, busy: change.isPending };
}

/** What a field says of a wrong value. */
export function faultOf(wrong: Wrong, place: string) {
  const says = wrong[place];
  return says === undefined ? {} : { validationState: 'error' as const, validationMessage: says };
}
