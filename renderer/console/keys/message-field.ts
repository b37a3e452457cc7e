import { cameTo } from '../kit/type-ahead';

/** Id of the field that writes to the room; Run draws it. */
export const messageFieldId = 'room-message';

let wanted = false;

/** Puts the keyboard into the message to the room; where Run is not drawn yet, as soon as it is. */
export function focusMessage(): void {
  const field = document.getElementById(messageFieldId);
  wanted = field === null;
  if (field === null) return;
  field.focus();
  // It may have had the keyboard already.
  cameTo(field);
}

/** Asked by the field when it is drawn: whether the keyboard is to come into it. */
export function messageWanted(): boolean {
  const was = wanted;
  wanted = false;
  return was;
}
