import { Button, makeStyles } from '@fluentui/react-components';
import type { GatheringView } from '@owls/policy';
import { useMutation } from '@tanstack/react-query';
import { useApi } from '../shell/api-context.tsx';
import { download } from '../shell/download.ts';
import { useSay } from '../shell/toasts.tsx';
import { pathOf } from './queries.ts';

const useStyles = makeStyles({ unprinted: { '@media print': { display: 'none' } } });

/** The meeting's agenda and, once it has begun, its minutes as Word documents. */
export function Papers({ view }: { view: GatheringView }) {
  return (
    <>
      <PaperButton view={view} kind="agenda" name="Agenda" />
      {view.begun && <PaperButton view={view} kind="minutes" name="Minutes" />}
    </>
  );
}

function PaperButton({ view, kind, name }: { view: GatheringView; kind: 'agenda' | 'minutes'; name: string }) {
  const api = useApi();
  const say = useSay();
  const { key, title, start } = view.meeting;
  const save = useMutation({
    mutationFn: () => api.file(`${pathOf(key)}/${kind}/document`),
    onSuccess: (file) => download(file, `${start.slice(0, 10)} ${name} ${title}.docx`),
    onError: (problem) => say.failed(problem),
  });
  return (
    <Button className={useStyles().unprinted} disabled={save.isPending} onClick={() => save.mutate()}>
      {save.isPending ? 'Getting it…' : `${name} for Word`}
    </Button>
  );
}
