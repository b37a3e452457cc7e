/** What opens over a screen, takes the keyboard, and is gone once it is answered. */
export const overlays = '[role=dialog], [role=menu], [role=listbox]';
