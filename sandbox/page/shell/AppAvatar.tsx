import { Avatar } from '@fluentui/react-components';
import { iconAddress } from '../control/control-api.ts';

/** An app's icon, or its initials where its package brought none. Decoration: the name stands beside it. */
export function AppAvatar({
  botId,
  name,
  size,
  className,
}: {
  botId: string;
  name: string;
  size: 24 | 28 | 32 | 36;
  className?: string;
}) {
  return (
    <Avatar
      {...(className === undefined ? {} : { className })}
      name={name}
      image={{ src: iconAddress(botId), alt: '' }}
      shape="square"
      color="brand"
      size={size}
      aria-hidden
    />
  );
}
