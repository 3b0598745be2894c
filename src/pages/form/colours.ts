/** A property's colour, made fit to be read in both themes. All are `#rrggbb`. */
export interface Accent {
  readonly light: ThemeAccent;
  readonly dark: ThemeAccent;
}

export interface ThemeAccent {
  /** For links, buttons and marks on the theme's own background: at least 4.5 : 1 against it. */
  readonly colour: string;
  /** For text on the colour: at least 4.5 : 1. */
  readonly onColour: string;
}

type Rgb = readonly [number, number, number];

export const defaultAccent = '#0f5e63';

/** WCAG 2.2, 1.4.3: text of any size. */
const leastContrast = 4.5;
const lightBackground: Rgb = [0xf6, 0xf5, 0xf1];
const darkBackground: Rgb = [0x1d, 0x22, 0x2a];
const white: Rgb = [255, 255, 255];
const black: Rgb = [0x10, 0x14, 0x18];

/** Whatever colour a property chose, e.g. a pale yellow: it is darkened or lightened until it can be read. */
export function toAccent(colour: string | undefined): Accent {
  const chosen = readColour(colour ?? defaultAccent) ?? readColour(defaultAccent) ?? black;
  return {
    light: toThemeAccent(moveUntilReadable(chosen, lightBackground, black)),
    dark: toThemeAccent(moveUntilReadable(chosen, darkBackground, white)),
  };
}

/** 1 to 21, by WCAG's definition. Both are `#rrggbb`; throws for anything else. */
export function contrastOf(one: string, other: string): number {
  return contrast(readColour(one) ?? fail(one), readColour(other) ?? fail(other));
}

function toThemeAccent(colour: Rgb): ThemeAccent {
  const onColour = contrast(colour, white) >= leastContrast ? white : black;
  return { colour: toHex(colour), onColour: toHex(onColour) };
}

function moveUntilReadable(colour: Rgb, background: Rgb, towards: Rgb): Rgb {
  for (let share = 0; share < 1; share += 0.04) {
    const moved = mix(colour, towards, share);
    if (contrast(moved, background) >= leastContrast) return moved;
  }
  return towards;
}

function mix(colour: Rgb, towards: Rgb, share: number): Rgb {
  const channel = (index: 0 | 1 | 2) => Math.round(colour[index] + (towards[index] - colour[index]) * share);
  return [channel(0), channel(1), channel(2)];
}

function contrast(one: Rgb, other: Rgb): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function readColour(text: string): Rgb | undefined {
  const [, red, green, blue] = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(text) ?? [];
  if (red === undefined || green === undefined || blue === undefined) return undefined;
  return [parseInt(red, 16), parseInt(green, 16), parseInt(blue, 16)];
}

function toHex(colour: Rgb): string {
  return `#${colour.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

function fail(colour: string): never {
  throw new Error(`${colour} is no #rrggbb`);
}
