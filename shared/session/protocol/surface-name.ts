/** A page of the app, by the one name its protocol, session, folder and preload have too. */
export type SurfaceName = 'console' | 'handover' | 'print' | 'room';
