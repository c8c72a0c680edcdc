import { makeStyles, mergeClasses, Text, tokens, typographyStyles } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef } from 'react';
import { instantText } from './dates.ts';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'end',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalS,
    marginBottom: tokens.spacingVerticalL,
  },
  words: { display: 'grid', gap: tokens.spacingVerticalXXS, minWidth: 0 },
  title: {
    ...typographyStyles.title2,
    margin: 0,
    outlineStyle: 'none',
    overflowWrap: 'anywhere',
    '@media (max-width: 640px)': { ...typographyStyles.title3 },
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
});

/** A view's title, from when its figures are, and what can be done. Takes the focus when the view opens. */
export function Heading({
  title,
  about,
  asOf,
  children,
}: {
  title: string;
  about?: string;
  asOf?: string;
  children?: ReactNode;
}) {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} | School improvement`;
    heading.current?.focus({ preventScroll: true });
  }, [title]);
  return (
    <div className={styles.row}>
      <div className={styles.words}>
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h1>
        {about && <Text className={styles.quiet}>{about}</Text>}
        {asOf && <AsOf at={asOf} />}
      </div>
      {children && <div className={styles.actions}>{children}</div>}
    </div>
  );
}

/** From when figures are: every view says it. */
export function AsOf({ at, className }: { at: string; className?: string }) {
  return (
    <Text size={200} className={mergeClasses(useStyles().quiet, className)}>
      As of <time dateTime={at}>{instantText(at)}</time>
    </Text>
  );
}
