import { Button, type ButtonProps } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { useTemplate } from './queries.ts';

/** Downloads the school's return as a workbook to fill in. */
export function TemplateButton({
  urn,
  halfTerm,
  before,
  size = 'medium',
}: {
  urn: string;
  halfTerm: string;
  before?: () => Promise<boolean>;
  size?: NonNullable<ButtonProps['size']>;
}) {
  const template = useTemplate(urn, halfTerm, before);
  return (
    <Button
      size={size}
      icon={<ArrowDownloadRegular />}
      disabledFocusable={template.isPending}
      onClick={() => template.mutate()}
    >
      {template.isPending ? 'Getting the file…' : 'Download for Excel'}
    </Button>
  );
}
