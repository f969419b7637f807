/** @jsxImportSource preact */
/** Our own icons on a 24-unit grid, drawn with the current colour. They repeat a word beside them: hidden from screen readers. */
import type { Mark } from './standing';

const paths = {
  fine: ['M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18', 'M8 12.4l2.8 2.8L16.2 9.6'],
  plain: ['M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18', 'M8.5 12h7'],
  weak: ['M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18', 'M12 3v9h9'],
  open: ['M12 4a8 8 0 1 0 0 16a8 8 0 0 0 0-16'],
  low: ['M3 5h18L12 20z'],
  down: ['M6 9.5l6 6l6-6'],
  question: ['M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18', 'M9.4 9.6a2.7 2.7 0 0 1 5.2.9c0 1.7-2.6 2-2.6 3.6', 'M12 17.2v.01'],
  unusual: ['M12 4.2L2.9 19.8h18.2z', 'M12 10v4.4', 'M12 17.1v.01'],
  few: ['M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18'],
  unread: ['M5 4h14a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1z', 'M9 9l6 6', 'M15 9l-6 6'],
  close: ['M6 6l12 12', 'M18 6L6 18'],
  copy: [
    'M9 9h10a1.5 1.5 0 0 1 1.5 1.5v9a1.5 1.5 0 0 1-1.5 1.5H9a1.5 1.5 0 0 1-1.5-1.5v-9A1.5 1.5 0 0 1 9 9z',
    'M4.5 15.5h-1a1 1 0 0 1-1-1V5A1.5 1.5 0 0 1 4 3.5h9.5a1 1 0 0 1 1 1v1',
  ],
  star: ['M12 3.5l2.6 5.4 5.9.8-4.3 4.1 1.1 5.9-5.3-2.9-5.3 2.9 1.1-5.9L3.5 9.7l5.9-.8z'],
  done: ['M5 12.5l4.5 4.5L19 7.5'],
  lock: [
    'M6 11h12a1.5 1.5 0 0 1 1.5 1.5v7A1.5 1.5 0 0 1 18 21H6a1.5 1.5 0 0 1-1.5-1.5v-7A1.5 1.5 0 0 1 6 11z',
    'M8 11V7.5a4 4 0 0 1 8 0V11',
  ],
  report: [
    'M6 3h8l4.5 4.5V20a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1z',
    'M14 3v5h4.5',
    'M8.5 17v-3',
    'M12 17v-6',
    'M15.5 17v-4.5',
  ],
  print: [
    'M7 8V3h10v5',
    'M7 17H4.5A1.5 1.5 0 0 1 3 15.5v-6A1.5 1.5 0 0 1 4.5 8h15A1.5 1.5 0 0 1 21 9.5v6a1.5 1.5 0 0 1-1.5 1.5H17',
    'M7 14h10v7H7z',
  ],
  save: ['M12 4v11', 'M7.5 10.5L12 15l4.5-4.5', 'M4 16.5V19a1.5 1.5 0 0 0 1.5 1.5h13A1.5 1.5 0 0 0 20 19v-2.5'],
  narrow: ['M3 12h6.5', 'M6.5 9l3 3l-3 3', 'M21 12h-6.5', 'M17.5 9l-3 3l3 3', 'M12 5v14'],
} as const satisfies Record<Mark | string, readonly string[]>;

export type IconName = keyof typeof paths;

export function Icon({ name, size = 16, filled }: { name: IconName; size?: number; filled?: boolean }) {
  return (
    <svg
      class="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      aria-hidden="true"
      fill={filled ? 'currentColor' : 'none'}
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
    >
      {paths[name].map((path) => (
        <path key={path} d={path} stroke-dasharray={name === 'few' ? '4.4 4.6' : undefined} />
      ))}
    </svg>
  );
}

/** The wheel that stands for the settings; not among the named ones, since no script of a foreign page carries it. */
export function SettingsIcon({ size = 18 }: { size?: number }) {
  const teeth = [0, 45, 90, 135, 180, 225, 270, 315];
  return (
    <svg
      class="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
    >
      <circle cx="12" cy="12" r="6.2" />
      <circle cx="12" cy="12" r="2" />
      {teeth.map((angle) => (
        <path key={angle} d="M12 5.8V2.8" transform={`rotate(${angle} 12 12)`} />
      ))}
    </svg>
  );
}

/** The mark: a rail, what is on it, and a plumb line through the estimate. */
export function Logo({ size = 18 }: { size?: number }) {
  return (
    <svg class="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <rect x="1" y="9" width="22" height="6" rx="3" fill="var(--rail)" />
      <path d="M4 9h9v6H4a3 3 0 0 1 0-6z" fill="var(--real)" />
      <path d="M13 4v16" stroke="var(--text)" stroke-width="2.4" stroke-linecap="round" />
    </svg>
  );
}
