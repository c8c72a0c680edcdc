import { makeStyles, tokens } from '@fluentui/react-components';
import { addressOf } from './route.ts';

const useStyles = makeStyles({
  link: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    textDecorationLine: 'none',
    overflowWrap: 'anywhere',
    ':hover': { color: tokens.colorBrandForegroundLinkHover, textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, borderRadius: tokens.borderRadiusSmall },
  },
});

/** A school's name, leading to its page. */
export function SchoolLink({ urn, name }: { urn: string; name: string }) {
  return (
    <a href={addressOf({ view: 'school', urn })} className={useStyles().link}>
      {name}
    </a>
  );
}
