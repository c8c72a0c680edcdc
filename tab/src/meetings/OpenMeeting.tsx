import type { MeView, PlanMeeting, PlanView } from '@owls/policy';
import { wallDayText, wallTimeText } from '../shell/dates.ts';
import { MeetingDialog } from './MeetingDialog.tsx';
import { MoveTo } from './MoveTo.tsx';

interface Opened {
  readonly key: string;
  /** Whether it is about moving it, or about all of it. */
  readonly moving: boolean;
}

/** The meeting somebody opened: all about it, or where to move it. */
export function OpenMeeting({
  view,
  me,
  opened,
  open,
  nameOf,
  carry,
  takeBack,
  moved,
}: {
  view: PlanView;
  me: MeView;
  opened: Opened;
  open: (opened: Opened | undefined) => void;
  nameOf: (id: string) => string;
  carry: ((meeting: PlanMeeting) => void) | undefined;
  takeBack: (moveId: string) => void;
  moved: (words: string, date: string) => void;
}) {
  const meeting = view.meetings.find(({ key }) => key === opened.key);
  if (meeting === undefined) return null;
  const close = () => open(undefined);
  if (opened.moving) {
    return (
      <MoveTo
        view={view}
        meeting={meeting}
        nameOf={nameOf}
        close={close}
        done={(start) => {
          close();
          moved(`${meeting.title} is on ${wallDayText(start)}, ${wallTimeText(start)} now.`, start.slice(0, 10));
        }}
      />
    );
  }
  return (
    <MeetingDialog
      view={view}
      meeting={meeting}
      me={me}
      nameOf={nameOf}
      close={close}
      moveTo={() => open({ key: opened.key, moving: true })}
      {...(carry
        ? {
            carry: () => {
              close();
              carry(meeting);
            },
          }
        : {})}
      takeBack={(id) => {
        close();
        takeBack(id);
      }}
    />
  );
}
