import type { useTranslation } from 'react-i18next';

/** The words of Run, for what is drawn each second and must not look them up anew. */
export type Words = ReturnType<typeof useTranslation<'run'>>['t'];
