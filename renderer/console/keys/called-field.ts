import { cameTo } from '../kit/type-ahead';

/** A field that an action calls the keyboard into, whether or not it is drawn yet. */
export interface CalledField {
  readonly id: string;
  /** Puts the keyboard into it; where it is not drawn yet, as soon as it is. */
  readonly focus: () => void;
  /** Asked by the field when it is drawn: whether the keyboard is to come into it. */
  readonly wanted: () => boolean;
}

export function calledField(id: string): CalledField {
  let wanted = false;
  return {
    id,
    focus: () => {
      const field = document.getElementById(id);
      wanted = field === null;
      if (field === null) return;
      field.focus();
      // It may have had the keyboard already.
      cameTo(field);
    },
    wanted: () => {
      const was = wanted;
      wanted = false;
      return was;
    },
  };
}

/** The field that writes to the room. */
export const messageField = calledField('room-message');

/** The seat whose form is to be opened. */
export const seatField = calledField('form-seat');

export const calledFields: ReadonlySet<string> = new Set([messageField.id, seatField.id]);
