import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type {
  InputValues,
  SoapContent,
  SoapFormView,
  Sheet as SpreadSheet,
  TrustPolicy,
  UploadedWorkbook,
} from '@owls/policy';
import { recordsSheet } from '@owls/policy';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { textOf, unreadable } from '../imports/read-csv-file.ts';
import { ApiProblem } from '../shell/api.ts';
import { useApi } from '../shell/api-context.tsx';
import { FileBox } from '../shell/FileBox.tsx';
import { counted } from '../shell/figures.ts';
import { Notice } from '../shell/Notice.tsx';
import { wordsFor } from '../shell/Problem.tsx';
import { Sheet } from '../shell/Sheet.tsx';
import { useSay } from '../shell/toasts.tsx';
import { DifferingFields } from '../soap/DifferingFields.tsx';
import { differences } from '../soap/form-values.ts';
import { soapPath } from '../soap/queries.ts';
import { CellFindings } from './CellFindings.tsx';
import { ExportPart, type FromExport } from './ExportPart.tsx';
import { useMapping } from './queries.ts';
import { laidOver, unfitSheet } from './read-sheet-file.ts';

const useStyles = makeStyles({
  body: { display: 'grid', gap: tokens.spacingVerticalL, minWidth: 0 },
});

/** Takes a filled-in template or a school's export into the form; nothing changes before the head has seen what. */
export default function UploadSheet({
  view,
  policy,
  values,
  content,
  take,
  close,
}: {
  view: SoapFormView;
  policy: TrustPolicy;
  /** What stands in the form, and as far as it can be read. */
  values: InputValues;
  content: SoapContent;
  take: (values: InputValues) => void;
  close: () => void;
}) {
  const styles = useStyles();
  const api = useApi();
  const queries = useQueryClient();
  const say = useSay();
  const { urn } = view.school;
  const halfTerm = view.halfTerm.id;
  const mapping = useMapping(urn, halfTerm);
  const [name, setName] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string>();
  const [read, setRead] = useState<UploadedWorkbook>();
  const [taken, setTaken] = useState<FromExport>();

  const choose = async (file: File) => {
    const why = unfitSheet(file);
    setWrong(why);
    setRead(undefined);
    setTaken(undefined);
    setName(why === undefined ? file.name : undefined);
    if (why !== undefined) return;
    setBusy(true);
    try {
      setRead(
        /\.xlsx$/i.test(file.name) ? await api.upload(`${soapPath(halfTerm, urn)}/sheet`, file) : await csv(file),
      );
    } catch (problem) {
      setWrong(problem instanceof ApiProblem ? wordsFor(problem).says : unreadable(file, problem));
    } finally {
      setBusy(false);
    }
  };
  const csv = async (file: File): Promise<UploadedWorkbook> => {
    const sheet: SpreadSheet | { readonly fault: string } = recordsSheet(file.name, textOf(await file.arrayBuffer()));
    if ('fault' in sheet) throw new ApiProblem(422, 'unfit-file', sheet.fault);
    return { is: 'export', sheets: [sheet] };
  };
  const ready = useCallback((now: FromExport | undefined) => setTaken(now), []);

  const whole =
    read?.is === 'template' && read.reading.ok
      ? laidOver(values, read.reading.content, read.reading.silent)
      : undefined;
  const toTake = whole ?? taken?.values;
  const differing = toTake === undefined ? [] : differences(values, { ...values, ...toTake });
  const finish = () => {
    if (toTake === undefined) return;
    take(toTake);
    if (taken) {
      api
        .send('PUT', `${soapPath(halfTerm, urn)}/mapping`, taken.mapping)
        .then((kept) => queries.setQueryData(['mapping', urn], kept))
        .catch((problem: unknown) => say.failed(problem));
    }
    say.done(
      `${counted(differing.length, 'field')} taken from the file`,
      'They are kept as a draft. Look them over, then send.',
    );
    close();
  };

  return (
    <Sheet
      title="Upload a spreadsheet"
      close={close}
      dismiss="Cancel"
      actions={
        <Button appearance="primary" disabled={differing.length === 0} onClick={finish}>
          Take into the form
        </Button>
      }
    >
      <div className={styles.body}>
        <FileBox
          title="The filled-in file, or an export of your own system"
          hint="The file you downloaded here (.xlsx), or an export with a row for each year group (.xlsx or .csv)."
          accept=".xlsx,.csv,.txt"
          kind="spreadsheet"
          chosen={name}
          wrong={wrong}
          busy={busy}
          take={choose}
        />
        {busy && <Text role="status">Reading the file…</Text>}
        {read?.is === 'template' && !read.reading.ok && (
          <>
            <Notice intent="error" title="Nothing was taken.">
              The form is as it was. Look at what is named below, then choose the mended file.
            </Notice>
            <CellFindings findings={read.reading.findings} />
          </>
        )}
        {whole && differing.length === 0 && <Text role="status">The file says what the form says already.</Text>}
        {whole && differing.length > 0 && (
          <>
            <Text role="status">
              {counted(differing.length, 'field')} will change in the form. Nothing is sent yet.
            </Text>
            <DifferingFields
              policy={policy}
              inputs={differing}
              one={{ title: 'In the form', values }}
              other={{ title: 'In the file', values: whole }}
            />
          </>
        )}
        {read?.is === 'export' && mapping.isPending && <Text role="status">Looking for last time’s columns…</Text>}
        {read?.is === 'export' && !mapping.isPending && (
          <ExportPart
            key={name}
            policy={policy}
            school={view.school}
            sheets={read.sheets}
            last={mapping.data?.mapping}
            content={content}
            values={values}
            ready={ready}
          />
        )}
      </div>
    </Sheet>
  );
}
