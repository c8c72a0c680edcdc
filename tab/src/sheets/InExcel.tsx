import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ArrowUploadRegular } from '@fluentui/react-icons/svg/arrow-upload';
import type { InputValues, SoapFormView, TrustPolicy } from '@owls/policy';
import { lazy, Suspense, useState } from 'react';
import type { Draft } from '../soap/use-draft.ts';
import { TemplateButton } from './TemplateButton.tsx';

const UploadSheet = lazy(() => import('./UploadSheet.tsx'));

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    alignItems: 'center',
  },
  words: { marginRight: tokens.spacingHorizontalS },
});

/** The return as a spreadsheet: taken out with what stands in the form, and back into it. */
export function InExcel({
  view,
  policy,
  draft,
  take,
}: {
  view: SoapFormView;
  policy: TrustPolicy;
  draft: Draft;
  take: (values: InputValues) => void;
}) {
  const styles = useStyles();
  const [uploading, setUploading] = useState(false);
  // The file is to hold what was typed a moment ago too.
  const kept = async () =>
    draft.state === 'changed' || draft.state === 'unsaved' ? (await draft.save()) !== undefined : true;
  return (
    <div className={styles.row}>
      <Text size={200} className={styles.words}>
        Rather work in a spreadsheet?
      </Text>
      <TemplateButton urn={view.school.urn} halfTerm={view.halfTerm.id} before={kept} size="small" />
      <Button size="small" icon={<ArrowUploadRegular />} onClick={() => setUploading(true)}>
        Upload a spreadsheet
      </Button>
      {uploading && (
        <Suspense fallback={null}>
          <UploadSheet
            view={view}
            policy={policy}
            values={draft.values}
            content={draft.read.content}
            take={take}
            close={() => setUploading(false)}
          />
        </Suspense>
      )}
    </div>
  );
}
