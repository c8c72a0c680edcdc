import type { Finding, SchoolTargetsView, TargetDoing, TargetWanted } from '@owls/policy';
import { useCallback, useState } from 'react';
import { ApiProblem } from '../shell/api.ts';
import { counted } from '../shell/figures.ts';
import { useSay } from '../shell/toasts.tsx';
import { useSteps } from './queries.ts';
import { keyOf, type Typed, type TypedFigures } from './typed-figures.ts';

const DONE = { propose: 'proposed', agree: 'agreed', 'sign-off': 'signed off' } as const;

/**
 * Figures being typed and the steps taken with them. What is typed is kept on this device until the service has it, so
 * that neither a lost connection nor a closed tab loses any of it.
 */
export function useStepping(view: SchoolTargetsView) {
  const { year, school } = view;
  const say = useSay();
  const steps = useSteps(year, school.urn);
  const name = `targets/${year}/${school.urn}`;
  const [typed, setTyped] = useState<Typed>(() => readTyped(name));
  const [found, setFound] = useState<readonly Finding[]>([]);
  const [problem, setProblem] = useState<unknown>();
  const [editing, setEditing] = useState(() =>
    view.targets.some(({ can, state }) => can.propose && state === 'missing'),
  );

  const keep = useCallback(
    (next: Typed) => {
      setTyped(next);
      if (Object.keys(next).length === 0) window.localStorage.removeItem(name);
      else window.localStorage.setItem(name, JSON.stringify(next));
    },
    [name],
  );

  return {
    typed,
    found,
    /** Why the step was not taken, where nothing has to be mended. */
    problem,
    busy: steps.isPending,
    editing: editing || Object.keys(typed).length > 0,
    edit: () => setEditing(true),
    type: (figures: Typed) => keep({ ...typed, ...figures }),
    /** Back to the figures as they stand. */
    discard: () => {
      keep({});
      setFound([]);
      setEditing(false);
    },
    /** Whether it was done; what has to be mended is in `found`. */
    take: async (doing: TargetDoing, targets: readonly TargetWanted[], why = ''): Promise<boolean> => {
      setFound([]);
      setProblem(undefined);
      try {
        await steps.mutateAsync({ doing, targets, ...(why === '' ? {} : { why }) });
      } catch (refusal) {
        if (refusal instanceof ApiProblem && refusal.status === 422) setFound(refusal.findings);
        else setProblem(refusal);
        return false;
      }
      if (doing === 'propose') {
        const sent = new Set(targets.map(keyOf));
        keep(Object.fromEntries(Object.entries(typed).filter(([key]) => !sent.has(key))));
        setEditing(false);
      }
      say.done(`${counted(targets.length, 'target')} ${DONE[doing]}`, school.name);
      return true;
    },
  };
}

export type Stepping = ReturnType<typeof useStepping>;

function readTyped(name: string): Typed {
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(name) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return {};
    return Object.fromEntries(
      Object.entries(kept).filter((entry): entry is [string, TypedFigures] => isTyped(entry[1])),
    );
  } catch {
    return {};
  }
}

function isTyped(given: unknown): given is TypedFigures {
  return (
    typeof given === 'object' &&
    given !== null &&
    'minimum' in given &&
    'aspirational' in given &&
    typeof given.minimum === 'string' &&
    typeof given.aspirational === 'string'
  );
}
