import type { Sandbox } from '../sandbox/start-sandbox.ts';
import type { Expectation, Scene } from './guests.ts';
import { toTable } from './table.ts';

/** A guest of the demo, and what must stand in the PMS in the end. */
export interface DemoGuest {
  readonly guestId: string;
  /** Of the booker; empty for those who come along. */
  readonly story: string;
  readonly scene: Scene;
  readonly expected: Expectation | undefined;
}

export interface GuestRow {
  readonly name: string;
  readonly status: string;
  readonly outcome: string;
  readonly summary: string;
  /** The page that the guest is to open; empty where there is none. */
  readonly link: string;
  readonly isAsExpected: boolean;
}

/** What the sandbox PMS shows of a guest now. */
export function readRow({ world }: Sandbox, { guestId, expected }: DemoGuest): GuestRow {
  const { details, customFields } = world.readGuest(guestId);
  const status = customFields.screening_status ?? '';
  const outcome = customFields.screening_outcome ?? '';
  return {
    name: `${details.firstName} ${details.lastName}`,
    status,
    outcome,
    summary: customFields.screening_summary ?? '',
    link: customFields.screening_link ?? '',
    isAsExpected: status === (expected?.status ?? '') && outcome === (expected?.outcome ?? ''),
  };
}

/** Nothing to say beyond that it is clear, or the same of every guest. */
const plainlyClear = /: clear(?: \((?:none entered|lists of [^)]*)\))?$/;

/** The summary as the PMS has it, with what is plainly clear counted instead of named: a line of the terminal is short. */
function toWhy(summary: string): string {
  const parts = summary === '' ? [] : summary.split(' · ');
  const telling = parts.filter((part) => !plainlyClear.test(part));
  const clear = parts.length - telling.length;
  return [...telling, ...(clear === 0 ? [] : [`${clear} clear`])].join(' · ');
}

export function toGuestTable(sandbox: Sandbox, guests: readonly DemoGuest[]): string {
  const rows = guests.map((guest) => {
    const row = readRow(sandbox, guest);
    return [row.name, guest.story, row.status || '–', row.outcome || '–', row.link || toWhy(row.summary)];
  });
  const { requests, rateLimited } = sandbox.stats;
  const spent = `${requests.length} requests to the PMS, ${rateLimited} over its limit`;
  return `${toTable(['guest', 'story', 'status', 'outcome', 'why'], rows)}\n\n${spent}`;
}
