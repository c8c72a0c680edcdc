import { Button } from '@fluentui/react-components';
import type { MeView, PlanMeeting, PlanView } from '@owls/policy';
import { wallDayText, wallTimeText } from '../shell/dates.ts';
import { Sheet } from '../shell/Sheet.tsx';
import { MeetingFacts } from './MeetingFacts.tsx';
import { MoveTo } from './MoveTo.tsx';
import { fixedBecause } from './use-carry.ts';

interface Opened {
  readonly key: string;
  /** Whether it is about moving it, or about all of it. */
  readonly moving: boolean;
}

interface OpenGiven {
  readonly view: PlanView;
  readonly me: MeView;
  readonly opened: Opened;
  readonly open: (opened: Opened | undefined) => void;
  readonly nameOf: (id: string) => string;
  /** Picks it up to be moved with the arrow keys, where a grid of days is shown. */
  readonly carry: ((meeting: PlanMeeting) => void) | undefined;
  readonly takeBack: (moveId: string) => void;
  readonly moved: (words: string, date: string) => void;
}

/** The meeting somebody opened, in one dialog: all about it, then where to move it. */
export function OpenMeeting({ view, me, opened, open, nameOf, carry, takeBack, moved }: OpenGiven) {
  const meeting = view.meetings.find(({ key }) => key === opened.key);
  if (meeting === undefined) return null;
  const { title } = meeting;
  const close = () => open(undefined);
  const movable = view.mayPlan && fixedBecause(meeting) === undefined;
  return (
    <Sheet
      title={opened.moving ? `Move ${title}` : title}
      close={close}
      actions={
        movable &&
        !opened.moving && (
          <>
            {carry && (
              <Button
                onClick={() => {
                  close();
                  carry(meeting);
                }}
              >
                Move with arrow keys
              </Button>
            )}
            <Button appearance="primary" onClick={() => open({ key: opened.key, moving: true })}>
              Move to…
            </Button>
          </>
        )
      }
    >
      {opened.moving ? (
        <MoveTo
          view={view}
          meeting={meeting}
          nameOf={nameOf}
          done={(start) => {
            close();
            moved(`${title} is on ${wallDayText(start)}, ${wallTimeText(start)} now.`, start.slice(0, 10));
          }}
        />
      ) : (
        <MeetingFacts
          view={view}
          meeting={meeting}
          me={me}
          nameOf={nameOf}
          takeBack={(id) => {
            close();
            takeBack(id);
          }}
        />
      )}
    </Sheet>
  );
}
