import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { FileBox } from '../shell/FileBox.tsx';
import { textOf, unfit, unreadable } from './read-csv-file.ts';

export interface ChosenFile {
  readonly name: string;
  readonly text: string;
  readonly rows: number;
}

/** Takes one CSV file, by button or by dropping it here. */
export function ChooseFile({
  title,
  hint,
  chosen,
  choose,
}: {
  title: string;
  hint: string;
  chosen: ChosenFile | undefined;
  choose: (file: ChosenFile | undefined) => void;
}) {
  const [wrong, setWrong] = useState<string>();
  const take = async (file: File) => {
    const why = unfit(file);
    setWrong(why);
    if (why !== undefined) return;
    try {
      const text = textOf(await file.arrayBuffer());
      choose({ name: file.name, text, rows: Math.max(0, text.trimEnd().split('\n').length - 1) });
    } catch (problem) {
      setWrong(unreadable(file, problem));
    }
  };
  return (
    <FileBox
      title={title}
      hint={hint}
      accept=".csv,text/csv"
      kind="CSV file"
      chosen={chosen && `${chosen.name}, ${chosen.rows.toLocaleString('en-GB')} rows`}
      wrong={wrong}
      take={take}
    >
      {chosen && (
        <Button appearance="subtle" onClick={() => choose(undefined)}>
          Leave it out
        </Button>
      )}
    </FileBox>
  );
}
