import { Button, makeStyles, Text, Title2, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  page: {
    display: 'grid',
    placeContent: 'center',
    justifyItems: 'start',
    gap: tokens.spacingVerticalL,
    minHeight: '80vh',
    maxWidth: '34rem',
    margin: '0 auto',
    padding: tokens.spacingHorizontalXXL,
  },
  code: { color: tokens.colorNeutralForeground3, fontFamily: tokens.fontFamilyMonospace },
});

/** Shown where the page is not inside Teams: there is nobody signed in, so there is nothing else to show. */
export function OpenInTeams({ link }: { link: string | undefined }) {
  return (
    <Message title="Open this in Microsoft Teams">
      <Text>
        This page belongs to the School improvement app and knows who you are through Teams.{' '}
        {link === undefined &&
          'Open Teams, choose Apps, and look for “School improvement”; it can be pinned to the bar on the left.'}
      </Text>
      {link !== undefined && (
        <Button as="a" href={link} appearance="primary">
          Open it in Teams
        </Button>
      )}
      <Text>Nothing is shown here without Teams, so that no figure reaches anybody it is not meant for.</Text>
    </Message>
  );
}

/** Teams is there but something went wrong while connecting. */
export function CannotStart({ why, again }: { why: string; again: () => void }) {
  return (
    <Message title="Teams did not let this page start">
      <Text>Try again. If it stays like this, close the tab in Teams and open it again.</Text>
      <Text className={useStyles().code}>{why}</Text>
      <Button appearance="primary" onClick={again}>
        Try again
      </Button>
    </Message>
  );
}

function Message({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className={useStyles().page}>
      <Title2 as="h1">{title}</Title2>
      {children}
    </main>
  );
}
