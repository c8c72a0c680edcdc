import { Button, Checkbox, makeStyles, Select, tokens } from '@fluentui/react-components';
import type { OnAPageView } from '@owls/policy';
import { useId, useRef, useState } from 'react';
import { halfTermText } from '../shell/dates.ts';
import { download } from '../shell/download.ts';
import { Heading } from '../shell/Heading.tsx';
import { LoadingView } from '../shell/Loading.tsx';
import { Notice } from '../shell/Notice.tsx';
import { Problem } from '../shell/Problem.tsx';
import { addressOf } from '../shell/route.ts';
import { Paper } from './Paper.tsx';
import { paperFile, printed } from './printing.ts';
import { useOnAPage } from './queries.ts';

const useStyles = makeStyles({
  screen: { '@media print': { display: 'none' } },
  back: { color: tokens.colorBrandForegroundLink, display: 'inline-block', marginBottom: tokens.spacingVerticalS },
  choice: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  notice: { marginBottom: tokens.spacingVerticalL },
});

/** A school on one page, to read, to print and to keep as a PDF. */
export default function OnAPage({ urn, halfTerm }: { urn: string; halfTerm: string | undefined }) {
  const [hideSmall, setHideSmall] = useState(false);
  const { data, isPending, error, refetch } = useOnAPage(urn, halfTerm, hideSmall);
  if (isPending) return <LoadingView what="the page" />;
  if (!data) return <Problem problem={error} again={() => refetch()} />;
  return <Shown view={data} hideSmall={setHideSmall} />;
}

function Shown({ view, hideSmall }: { view: OnAPageView; hideSmall: (hide: boolean) => void }) {
  const styles = useStyles();
  const id = useId();
  const paper = useRef<HTMLElement>(null);
  const [blocked, setBlocked] = useState(false);
  const { school, halfTerm, halfTerms } = view;
  const choices = halfTerms.includes(halfTerm) ? halfTerms : [halfTerm, ...halfTerms];
  const name = `${school.name}, ${halfTermText(halfTerm)}`;
  return (
    <>
      <div className={styles.screen}>
        <a href={addressOf({ view: 'school', urn: school.urn })} className={styles.back}>
          ‹ {school.name}
        </a>
        <Heading title="School on a page" about={name}>
          {(view.showsSmall || view.hidesSmall) && (
            <Checkbox
              label="Hide small groups"
              checked={view.hidesSmall}
              onChange={(_, { checked }) => hideSmall(checked === true)}
            />
          )}
          {choices.length > 1 && (
            <div className={styles.choice}>
              <label htmlFor={id}>Half term</label>
              <Select
                id={id}
                value={halfTerm}
                onChange={(_, { value }) => {
                  window.location.hash = addressOf({ view: 'page', urn: school.urn, halfTerm: value });
                }}
              >
                {choices.map((each) => (
                  <option key={each} value={each}>
                    {halfTermText(each)}
                  </option>
                ))}
              </Select>
            </div>
          )}
          <Button appearance="primary" onClick={() => printed().then((came) => setBlocked(!came))}>
            Print or save as PDF
          </Button>
        </Heading>
        {blocked && (
          <div className={styles.notice}>
            <Notice
              intent="warning"
              title="Teams does not print from here."
              action={
                <Button
                  onClick={() => {
                    if (paper.current) download(paperFile(paper.current, name), `${fileName(name)}.html`);
                  }}
                >
                  Download the page
                </Button>
              }
            >
              Download the page, open it in your browser, and print it or save it as a PDF there.
            </Notice>
          </div>
        )}
      </div>
      <Paper ref={paper} view={view} />
    </>
  );
}

/** A name that every file system takes. */
function fileName(text: string): string {
  return text
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 100);
}
