/** Drawn on a grid of 24, in strokes of the text's colour. */
const paths = {
  arrivals: 'M3 21h18M5 21V5l8-2v18M13 8h5v13M9 12h.01',
  queue: 'M4 6h16M4 12h10M4 18h7M17 14l2 2 3-4',
  search: 'M11 4a7 7 0 1 0 0 14a7 7 0 0 0 0-14M16 16l5 5',
  close: 'M6 6l12 12M18 6L6 18',
  back: 'M15 5l-7 7 7 7',
  next: 'M9 5l7 7-7 7',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  print: 'M7 8V3h10v5M7 17H4V8h16v9h-3M7 14h10v7H7z',
  save: 'M12 4v11M7 10l5 5 5-5M4 20h16',
  user: 'M12 4a4 4 0 1 0 0 8a4 4 0 0 0 0-8M4 21c1-5 4-6 8-6s7 1 8 6',
  help: 'M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18M9.5 9.5c0-3 5-3 5 0c0 2-2.500 2-2.500 4M12 17h.01',
  check: 'M5 12.500l4.500 4.500L19 7',
  again: 'M20 11a8 8 0 1 0-2 6M20 4v7h-7',
  send: 'M4 12l16-8-6 16-3-6z',
  link: 'M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1',
  note: 'M5 4h14v11l-5 5H5zM14 20v-5h5M9 9h6M9 13h3',
  hand: 'M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18M6 6l12 12',
  lost: 'M3 3l18 18M5 12a10 10 0 0 1 4-2.500M15 10a10 10 0 0 1 4 2M9 16a5 5 0 0 1 5-1M12 20h.01',
  attention: 'M12 4l9 16H3zM12 10v4M12 17h.01',
  open: 'M6 9l6 6 6-6',
  shield: 'M12 3l8 3v6c0 5-4 8-8 9c-4-1-8-4-8-9V6z',
  globe: 'M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18M3 12h18M12 3c3 3 3 15 0 18c-3-3-3-15 0-18',
  theme: 'M12 3a9 9 0 1 0 0 18zM12 3a9 9 0 0 1 0 18',
  out: 'M10 4H4v16h6M15 8l4 4-4 4M19 12H9',
  house: 'M4 11l8-7 8 7v9H4zM10 20v-6h4v6',
  people:
    'M9 5a3.500 3.500 0 1 0 0 7a3.500 3.500 0 0 0 0-7M2 20c1-4 3-5 7-5s6 1 7 5M16 5a3.500 3.500 0 0 1 0 7M19 15c2 1 3 3 3 5',
  chart: 'M4 20V4M4 20h16M8 16v-4M12 16V8M16 16v-7',
  gear: 'M12 9a3 3 0 1 0 0 6a3 3 0 0 0 0-6M12 2v4M12 18v4M2 12h4M18 12h4M5 5l3 3M16 16l3 3M19 5l-3 3M8 16l-3 3',
} as const;

export type IconName = keyof typeof paths;

/** Icons turn with the reading direction where they point. */
const mirrored: readonly IconName[] = ['back', 'next', 'send', 'out'];

export function Icon({ name, size = 20 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      class={mirrored.includes(name) ? 'mirrored' : undefined}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  );
}
