import { HostConfig } from 'adaptivecards';

/**
 * How Teams dresses cards. Colours are Fluent's own variables, so one configuration is right in light, dark and high
 * contrast, and a card in which somebody is typing need not be drawn anew when the theme changes.
 */
export function teamsHostConfig(): HostConfig {
  return new HostConfig(teamsLook);
}

function foreground(text: string, subtle: string) {
  const both = (full: string, soft: string) => ({ default: full, subtle: soft });
  return {
    default: both(text, subtle),
    dark: both(text, subtle),
    light: both(variable('NeutralForegroundOnBrand'), variable('NeutralForegroundOnBrand')),
    accent: both(variable('BrandForeground1'), variable('BrandForeground2')),
    good: both(variable('PaletteGreenForeground1'), variable('PaletteGreenForeground1')),
    warning: both(variable('PaletteDarkOrangeForeground1'), variable('PaletteDarkOrangeForeground1')),
    attention: both(variable('PaletteRedForeground1'), variable('PaletteRedForeground1')),
  };
}

function variable(name: string): string {
  return `var(--color${name})`;
}

const onCard = foreground(variable('NeutralForeground1'), variable('NeutralForeground2'));

const containerStyle = (background: string) => ({ backgroundColor: variable(background), foregroundColors: onCard });

const teamsLook = {
  supportsInteractivity: true,
  cssClassNamePrefix: 'ac',
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: variable('NeutralStroke2') },
  fontFamily: 'var(--fontFamilyBase)',
  fontTypes: {
    default: {
      fontFamily: 'var(--fontFamilyBase)',
      fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
      fontWeights: { lighter: 400, default: 400, bolder: 600 },
    },
    monospace: {
      fontFamily: 'var(--fontFamilyMonospace)',
      fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
      fontWeights: { lighter: 400, default: 400, bolder: 600 },
    },
  },
  lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
  imageSizes: { small: 32, medium: 52, large: 100 },
  containerStyles: {
    default: containerStyle('NeutralBackground1'),
    emphasis: containerStyle('NeutralBackground3'),
    accent: containerStyle('BrandBackground2'),
    good: containerStyle('PaletteGreenBackground1'),
    warning: containerStyle('PaletteYellowBackground1'),
    attention: containerStyle('PaletteRedBackground1'),
  },
  actions: {
    maxActions: 6,
    spacing: 'default',
    buttonSpacing: 8,
    showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'emphasis' },
    preExpandSingleShowCardAction: false,
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
    allowTitleToWrap: true,
    iconPlacement: 'leftOfTitle',
    iconSize: 16,
  },
  adaptiveCard: { allowCustomStyle: false },
  imageSet: { imageSize: 'medium', maxImageHeight: 100 },
  media: { allowInlinePlayback: false },
  inputs: {
    label: {
      inputSpacing: 'small',
      requiredInputs: { weight: 'bolder', suffix: ' *', suffixColor: 'attention' },
      optionalInputs: { weight: 'bolder' },
    },
    errorMessage: { color: 'attention', weight: 'default', spacing: 'small' },
  },
  factSet: {
    title: { weight: 'bolder', wrap: true, maxWidth: 150 },
    value: { wrap: true },
    spacing: 12,
  },
  textBlock: { headingLevel: 3 },
  textStyles: { heading: { size: 'medium', weight: 'bolder' }, columnHeader: { weight: 'bolder' } },
};
