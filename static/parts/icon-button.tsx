import type { JSX } from "preact";
import { Icon, type IconName } from "./icons";

interface IconButtonProps {
  icon: IconName;
  /** What will happen; only read, so keep these for what everyone knows (close). */
  label: string;
  onPress: () => void;
}

export function IconButton({ icon, label, onPress }: IconButtonProps): JSX.Element {
  return (
    <button type="button" class="btn btn--icon btn--quiet" aria-label={label} onClick={onPress}>
      <Icon name={icon} />
    </button>
  );
}
