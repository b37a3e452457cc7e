/** Props that turn what a text field holds into dots, and nothing else about it: it goes on where it was. */
export const privately = (hidden: boolean) => ({ 'data-private': hidden ? 'hidden' : undefined });
