import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorSchemeManager,
  type VariantColorsResolver,
} from '@mantine/core';

/** One accent, the room's A: from the paper's teal (shade 7) to the dusk's (shade 3). */
const accent = [
  '#eef6f4',
  '#d8ebe7',
  '#b4dfd8',
  '#8fd6cb',
  '#5fb3a8',
  '#3b8f86',
  '#25706b',
  '#17514f',
  '#124241',
  '#0c3130',
] as const;

/** Buttons in the tokens' own pairs, whose contrast is measured; `color` may name another token. */
const variantColors: VariantColorsResolver = (input) => {
  const named = typeof input.color === 'string' && input.color.startsWith('var(') ? input.color : 'var(--hf-accent)';
  const border = '1px solid transparent';
  switch (input.variant) {
    case 'filled':
      return {
        background: named,
        hover: `color-mix(in srgb, ${named} 86%, var(--hf-ink))`,
        color: 'var(--hf-on-accent)',
        border,
      };
    case 'subtle':
      return { background: 'transparent', hover: 'var(--hf-sunken)', color: named, border };
    case 'outline':
      return { background: 'transparent', hover: 'var(--hf-sunken)', color: named, border: `1px solid ${named}` };
    default:
      return defaultVariantColorsResolver(input);
  }
};

export const theme = createTheme({
  colors: { accent },
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 3 },
  autoContrast: true,
  variantColorResolver: variantColors,
  fontFamily: 'var(--hf-sans)',
  headings: { fontFamily: 'var(--hf-serif)', fontWeight: '500' },
  fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.5', lg: '1.5', xl: '1.4' },
  spacing: { xs: '0.375rem', sm: '0.625rem', md: '1rem', lg: '1.5rem', xl: '2.5rem' },
  radius: { xs: '0.1875rem', sm: '0.375rem', md: '0.5rem', lg: '0.75rem', xl: '1.25rem' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // Everything that floats lives in one landmark of the shell, so that a screen reader finds it.
    Portal: { defaultProps: { target: '#over' } },
    // Not by a key: the keyboard comes into a menu a moment after it opens, and a key in between would close it.
    Menu: { defaultProps: { clickOutsideEvents: ['mousedown', 'touchstart'] } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: false, events: { hover: true, focus: true, touch: false } } },
    Modal: {
      defaultProps: {
        centered: true,
        overlayProps: { backgroundOpacity: 0.35 },
        // Gone at once: while it fades it would still have the focus, and swallow the next key.
        transitionProps: { duration: 120, exitDuration: 0 },
      },
    },
  },
});

/** Mantine's own colours, all taken from tokens.css so that light and dark are decided in one place. */
export const cssVariables: CSSVariablesResolver = () => {
  const both = {
    '--mantine-color-body': 'var(--hf-ground)',
    '--mantine-color-text': 'var(--hf-ink)',
    '--mantine-color-bright': 'var(--hf-ink)',
    '--mantine-color-dimmed': 'var(--hf-soft)',
    '--mantine-color-placeholder': 'var(--hf-soft)',
    '--mantine-color-anchor': 'var(--hf-accent)',
    '--mantine-color-error': 'var(--hf-danger)',
    '--mantine-color-default': 'var(--hf-raised)',
    '--mantine-color-default-hover': 'var(--hf-sunken)',
    '--mantine-color-default-color': 'var(--hf-ink)',
    '--mantine-color-default-border': 'var(--hf-edge)',
    '--mantine-primary-color-filled': 'var(--hf-accent)',
    '--mantine-primary-color-contrast': 'var(--hf-on-accent)',
    '--mantine-color-accent-filled': 'var(--hf-accent)',
    '--mantine-color-accent-text': 'var(--hf-accent)',
    '--mantine-color-accent-outline': 'var(--hf-accent)',
    '--mantine-color-accent-light': 'var(--hf-accent-wash)',
    '--mantine-color-accent-light-color': 'var(--hf-accent)',
    '--mantine-color-disabled': 'var(--hf-sunken)',
    '--mantine-color-disabled-color': 'var(--hf-soft)',
    '--mantine-color-disabled-border': 'var(--hf-line)',
  };
  // A row under the pointer, by day: theirs is a cool grey.
  return { variables: {}, light: { ...both, '--mantine-color-gray-0': 'var(--hf-sunken)' }, dark: both };
};

const nothing = (): void => undefined;

/** Light or dark is a setting of ours and of the system; the component library keeps no second memory of it in the page. */
export const noSchemeMemory: MantineColorSchemeManager = {
  get: (scheme) => scheme,
  set: nothing,
  subscribe: nothing,
  unsubscribe: nothing,
  clear: nothing,
};
