import {
  type InputValues,
  type SoapContent,
  type SoapDraft,
  type SoapFormView,
  type TrustPolicy,
  valuesOf,
} from '@owls/policy';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { ApiProblem } from '../shell/api.ts';
import { useApi } from '../shell/api-context.tsx';
import { readForm } from './form-values.ts';
import { soapPath } from './queries.ts';

/** A pause in typing after which the draft is kept, in milliseconds. */
const PAUSE_MS = 1_200;
/** How soon a save that got no answer is tried again, in milliseconds. */
const AGAIN_MS = 8_000;

export type SaveState = 'untouched' | 'changed' | 'saving' | 'saved' | 'unsaved';

/** The form's values, kept as a draft while the head types; what somebody else changed meanwhile is never overwritten. */
export function useDraft(view: SoapFormView, policy: TrustPolicy) {
  const api = useApi();
  const queries = useQueryClient();
  const { urn } = view.school;
  const halfTerm = view.halfTerm.id;
  const [values, setValues] = useState<InputValues>(() => valuesOf(view.start));
  const [state, setState] = useState<SaveState>('untouched');
  const [theirs, setTheirs] = useState<SoapDraft>();
  const [problem, setProblem] = useState<unknown>();
  const kept = useRef<SoapContent>(view.start);
  const version = useRef(view.draft?.version);
  const [savedAt, setSavedAt] = useState(view.draft?.savedAt);
  const typed = useRef(0);

  const read = useMemo(
    () => readForm(policy, view.school, values, kept.current, { halfTerm, ...(view.last ? { last: view.last } : {}) }),
    [policy, view.school, view.last, values, halfTerm],
  );

  const save = useCallback(async (): Promise<SoapFormView | undefined> => {
    const at = typed.current;
    setState('saving');
    try {
      const answer = await api.send<SoapFormView>('PUT', `${soapPath(halfTerm, urn)}/draft`, {
        ...(version.current === undefined ? {} : { version: version.current }),
        // An emptied list says that the groups went; without one, those that are kept would stay.
        groups: [],
        ...read.content,
      });
      version.current = answer.draft?.version;
      kept.current = read.content;
      setSavedAt(answer.draft?.savedAt);
      setProblem(undefined);
      setState(at === typed.current ? 'saved' : 'changed');
      queries.setQueryData(['soap', halfTerm, urn], answer);
      return answer;
    } catch (refused) {
      setState('unsaved');
      setProblem(refused);
      if (refused instanceof ApiProblem && refused.status === 409 && isDraft(refused.current))
        setTheirs(refused.current);
      return undefined;
    }
  }, [api, queries, halfTerm, urn, read.content]);

  // Keeps the draft after a pause, and tries again where there was no answer; a conflict waits for the person.
  const silent = problem instanceof ApiProblem && problem.status === 0;
  useEffect(() => {
    if (theirs !== undefined || (state !== 'changed' && !(state === 'unsaved' && silent))) return;
    const timer = setTimeout(save, state === 'changed' ? PAUSE_MS : AGAIN_MS);
    return () => clearTimeout(timer);
  }, [state, save, theirs, silent]);

  useEffect(() => {
    if (state !== 'changed' && state !== 'unsaved') return;
    const warn = (leaving: BeforeUnloadEvent) => leaving.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [state]);

  const change = useCallback((changed: InputValues) => {
    typed.current += 1;
    setValues((before) => ({ ...before, ...changed }));
    setState('changed');
  }, []);

  /** Settles a conflict: with their version on screen, or with mine on top of it. */
  const settle = useCallback(
    (choice: 'mine' | 'theirs') => {
      if (!theirs) return;
      version.current = theirs.version;
      kept.current = theirs;
      setTheirs(undefined);
      setProblem(undefined);
      if (choice === 'mine') {
        setState('changed');
        return;
      }
      setValues(valuesOf(theirs));
      setSavedAt(theirs.savedAt);
      setState('saved');
    },
    [theirs],
  );

  return { values, change, read, state, savedAt, problem, theirs, settle, save };
}

export type Draft = ReturnType<typeof useDraft>;

function isDraft(given: unknown): given is SoapDraft {
  return typeof given === 'object' && given !== null && 'cohorts' in given && 'version' in given;
}
