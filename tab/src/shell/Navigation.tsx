import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal';
import type { MeView } from '@owls/policy';
import { useEffect, useId, useRef, useState } from 'react';
import { type Place, placeOf, placesFor } from './places.ts';
import { addressOf, type Route } from './route.ts';
import { useFitting } from './use-fitting.ts';

const useStyles = makeStyles({
  bar: {
    position: 'sticky',
    top: 0,
    zIndex: 20,
    '@media print': { display: 'none' },
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  row: {
    position: 'relative',
    boxSizing: 'border-box',
    display: 'flex',
    alignItems: 'center',
    maxWidth: '100rem',
    margin: '0 auto',
    padding: `0 ${tokens.spacingHorizontalM}`,
    '@media (max-width: 640px)': { padding: 0 },
  },
  places: {
    display: 'flex',
    minWidth: 0,
    flexGrow: 1,
    overflow: 'hidden',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  place: {
    position: 'relative',
    display: 'block',
    flexShrink: 0,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalMNudge}`,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    whiteSpace: 'nowrap',
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { color: tokens.colorNeutralForeground2Hover },
    ':hover::after': { backgroundColor: tokens.colorNeutralStroke1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    '::after': {
      content: '""',
      position: 'absolute',
      left: tokens.spacingHorizontalMNudge,
      right: tokens.spacingHorizontalMNudge,
      bottom: 0,
      height: tokens.strokeWidthThicker,
      borderRadius: tokens.borderRadiusCircular,
      backgroundColor: 'transparent',
    },
  },
  here: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    '::after': { backgroundColor: tokens.colorCompoundBrandStroke },
    ':hover::after': { backgroundColor: tokens.colorCompoundBrandStrokeHover },
  },
  out: { visibility: 'hidden' },
  more: { flexShrink: 0 },
  menu: {
    position: 'absolute',
    top: '100%',
    right: tokens.spacingHorizontalS,
    display: 'grid',
    minWidth: '11rem',
    margin: 0,
    padding: tokens.spacingHorizontalXS,
    listStyleType: 'none',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow16,
  },
});

/** The tab's places along the top, looking like Fluent's tabs; what does not fit is behind the three dots. */
export function Navigation({ me, route }: { me: MeView; route: Route }) {
  const styles = useStyles();
  const places = placesFor(me.may);
  const here = placeOf(route);
  const [list, fits] = useFitting<HTMLUListElement>(places.length);
  // The place somebody is at stays in sight: it takes the last one's room where it would not fit.
  const inOrder = orderFor(places, here, fits);
  const seen = inOrder.slice(0, fits);
  return (
    <nav aria-label="School improvement" className={styles.bar}>
      <div className={styles.row}>
        <ul ref={list} className={styles.places}>
          {inOrder.map((place, index) => (
            <li key={place.key} className={index < fits ? undefined : styles.out} aria-hidden={index >= fits}>
              <PlaceLink place={place} here={place.key === here} reachable={index < fits} />
            </li>
          ))}
        </ul>
        {seen.length < places.length && <MorePlaces places={places.filter((place) => !seen.includes(place))} />}
      </div>
    </nav>
  );
}

function orderFor(places: readonly Place[], here: string | undefined, fits: number): readonly Place[] {
  const at = places.findIndex(({ key }) => key === here);
  const current = places[at];
  if (current === undefined || at < fits || fits === 0) return places;
  const others = places.filter((place) => place !== current);
  return [...others.slice(0, fits - 1), current, ...others.slice(fits - 1)];
}

function PlaceLink({ place, here, reachable }: { place: Place; here: boolean; reachable: boolean }) {
  const styles = useStyles();
  return (
    <a
      href={addressOf({ view: place.key })}
      className={mergeClasses(styles.place, here && styles.here)}
      {...(here ? { 'aria-current': 'page' as const } : {})}
      {...(reachable ? {} : { tabIndex: -1 })}
    >
      {place.label}
    </a>
  );
}

function MorePlaces({ places }: { places: readonly Place[] }) {
  const styles = useStyles();
  const id = useId();
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    const close = (event: Event) => {
      if (event instanceof KeyboardEvent && event.key === 'Escape') {
        setOpen(false);
        box.current?.querySelector('button')?.focus();
      }
      if (event.type === 'pointerdown' && event.target instanceof Node && !box.current?.contains(event.target)) {
        setOpen(false);
      }
    };
    document.addEventListener('keydown', close);
    document.addEventListener('pointerdown', close);
    return () => {
      document.removeEventListener('keydown', close);
      document.removeEventListener('pointerdown', close);
    };
  }, [open]);
  return (
    <div ref={box} className={styles.more}>
      <Button
        appearance="subtle"
        icon={<MoreHorizontalRegular />}
        aria-label={`${places.length} more places`}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      />
      {open && (
        <ul id={id} className={styles.menu}>
          {places.map((place) => (
            <li key={place.key}>
              <a href={addressOf({ view: place.key })} className={styles.place} onClick={() => setOpen(false)}>
                {place.label}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
