import type { Settings, SettingsPatch } from '../../../../shared/session/state/settings';
import type { Find, Finds, Met } from './find';

/** What a setting can be, beside what it is. */
const choices = {
  'palette-paper': () => ({ palette: 'paper' }),
  'palette-dusk': () => ({ palette: 'dusk' }),
  'digits-none': () => ({ digits: 'none' }),
  'digits-minutes': () => ({ digits: 'minutes' }),
  'digits-seconds': () => ({ digits: 'seconds' }),
  'motion-full': () => ({ motion: 'full' }),
  'motion-reduced': () => ({ motion: 'reduced' }),
  'blank-ground': () => ({ blankColour: 'ground' }),
  'blank-black': () => ({ blankColour: 'black' }),
  'clock-24': () => ({ hour12: false }),
  'clock-12': () => ({ hour12: true }),
  'theme-system': () => ({ theme: 'system' }),
  'theme-light': () => ({ theme: 'light' }),
  'theme-dark': () => ({ theme: 'dark' }),
  'sound-on': ({ sound }) => ({ sound: { ...sound, on: true } }),
  'sound-off': ({ sound }) => ({ sound: { ...sound, on: false } }),
  'help-reset': () => ({ helpLines: null }),
} satisfies Readonly<Record<string, (settings: Settings) => SettingsPatch>>;

type Choice = keyof typeof choices;

/** A choice that would change nothing is not offered. */
function changes(settings: Settings, patch: SettingsPatch): boolean {
  return Object.entries({ ...settings, ...patch }).some(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(settings[key as keyof Settings]),
  );
}

export const findSettings: Finds = ({ t, view: { settings, helpLines } }) => [
  ...(Object.keys(choices) as Choice[]).flatMap((choice): Find[] => {
    const patch: SettingsPatch = choices[choice](settings);
    if (!changes(settings, patch)) return [];
    return [
      {
        id: `setting/${choice}`,
        label: t(`palette.setting.${choice}`),
        does: { command: { type: 'settings/change', patch } },
      },
    ];
  }),
  ...ringing({ t, settings }),
  ...helpLines.map((line, index) => ({
    id: `help-line/${index}`,
    label: t('palette.removeLine', { name: line.name }),
    does: {
      command: {
        type: 'settings/change',
        patch: { helpLines: helpLines.filter((_, at) => at !== index) },
      },
    } as const,
  })),
];

function ringing({ t, settings }: Pick<Met, 't'> & { readonly settings: Settings }): Find[] {
  return settings.sound.on ? [{ id: 'ring', label: t('palette.ring'), does: { ring: settings.sound } }] : [];
}
