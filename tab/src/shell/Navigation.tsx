import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  Overflow,
  OverflowItem,
  Tab,
  TabList,
  tokens,
  useIsOverflowItemVisible,
  useOverflowMenu,
} from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal';
import type { MeView } from '@owls/policy';
import { type Place, type PlaceKey, placeOf, placesFor } from './places.ts';
import type { Route } from './route.ts';
import { go } from './use-route.ts';

const useStyles = makeStyles({
  bar: {
    position: 'sticky',
    top: 0,
    zIndex: 20,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  tabs: {
    boxSizing: 'border-box',
    maxWidth: '100rem',
    margin: '0 auto',
    padding: `0 ${tokens.spacingHorizontalM}`,
    overflow: 'hidden',
    flexWrap: 'nowrap',
    minWidth: 0,
    '@media (max-width: 640px)': { padding: 0 },
  },
  tab: { flexShrink: 0 },
  more: { alignSelf: 'center', flexShrink: 0 },
});

/** The tab's places along the top; what does not fit is behind the three dots. */
export function Navigation({ me, route }: { me: MeView; route: Route }) {
  const styles = useStyles();
  const places = placesFor(me.may);
  const here = placeOf(route);
  const to = (key: PlaceKey) => go({ view: key });
  return (
    <nav aria-label="School improvement" className={styles.bar}>
      <Overflow minimumVisible={2}>
        <TabList
          className={styles.tabs}
          selectedValue={here ?? ''}
          onTabSelect={(_, { value }) => {
            const place = places.find(({ key }) => key === value);
            if (place) to(place.key);
          }}
        >
          {places.map(({ key, label }) => (
            <OverflowItem key={key} id={key} priority={key === here ? 2 : 1}>
              <Tab value={key} className={styles.tab}>
                {label}
              </Tab>
            </OverflowItem>
          ))}
          <MorePlaces places={places} to={to} />
        </TabList>
      </Overflow>
    </nav>
  );
}

function MorePlaces({ places, to }: { places: readonly Place[]; to: (key: PlaceKey) => void }) {
  const { ref, isOverflowing, overflowCount } = useOverflowMenu<HTMLDivElement>();
  const styles = useStyles();
  if (!isOverflowing) return null;
  return (
    <div ref={ref} className={styles.more}>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button
            appearance="subtle"
            icon={<MoreHorizontalRegular />}
            aria-label={`${overflowCount} more places`}
            // Inside a tab list only tabs may stand; Fluent's own overflow does the same.
            role="tab"
            aria-selected={false}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {places.map((place) => (
              <HiddenPlace key={place.key} place={place} to={to} />
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
    </div>
  );
}

function HiddenPlace({ place, to }: { place: Place; to: (key: PlaceKey) => void }) {
  const visible = useIsOverflowItemVisible(place.key);
  return visible ? null : <MenuItem onClick={() => to(place.key)}>{place.label}</MenuItem>;
}
