import { expect, test } from '@jest/globals';
import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { Role } from '../../../src/domain/access.ts';
import type { LiveEntry } from '../../../src/ports/live-feed.ts';
import type { LiveHub, Viewer } from '../../../src/http/live/live-hub.ts';
import { streamLive } from '../../../src/http/live/live-stream.ts';

const latest = 20_000;

function toEntry(no: number): LiveEntry {
  const ids = { propertyId: 'P1', reservationId: 'R1', guestId: 'G1', screeningId: 'S1' };
  return { no, ...ids, event: 'concluded', at: '2026-11-23T12:00:00.000Z' };
}

/** What a viewer is sent that comes back after an entry, as `event id`. */
async function follow(after: number | undefined, viewer: Role = 'desk') {
  const asked: number[] = [];
  const written: string[] = [];
  const viewers: Viewer[] = [];
  const hub: LiveHub = {
    findLatest: () => Promise.resolve(latest),
    async *replay(_propertyId, from) {
      await Promise.resolve();
      asked.push(from);
      yield from < latest ? [toEntry(latest)] : [];
    },
    watch: (viewer) => {
      viewers.push(viewer);
      return Promise.resolve(() => undefined);
    },
  };
  const response = Object.assign(new EventEmitter(), {
    write: (text: string) => written.push(text),
    end: () => undefined,
    destroyed: false,
    writableLength: 0,
  });
  let beat: () => void = () => undefined;
  const request = { propertyId: 'P1', viewer, after, heartbeatMs: 15_000 };
  await streamLive(response as unknown as ServerResponse, hub, {
    ...request,
    every: (_ms, work) => {
      beat = work;
      return () => undefined;
    },
  });
  const events = () =>
    [...written.join('').matchAll(/id: (\d+)\nevent: (\w+)/g)].map(([, id, event]) => `${event} ${id}`);
  return { asked, events, read: viewers[0]?.onRead ?? (() => undefined), beat: () => beat() };
}

test('who was away for a little is told what happened', async () => {
  const { events } = await follow(latest - 5_000);
  expect(events()).toEqual([`alive ${latest - 5_000}`, `timeline ${latest}`]);
});

test('who was away for too long is told so, and nothing of it is looked for', async () => {
  const { events, asked } = await follow(latest - 5_001);
  expect(events()).toEqual([`alive ${latest}`, `missed ${latest}`]);
  expect(asked).toEqual([latest]);
});

test('a heartbeat tells how far everything has been looked through, so that little is repeated after a lost line', async () => {
  const { events, read, beat } = await follow(undefined);
  read([], latest + 700);
  beat();
  expect(events().at(-1)).toBe(`alive ${latest + 700}`);
});

test.each(['match_dismissed', 'dismissal_withdrawn', 'verification_withdrawn'] as const)(
  'the desk hears no more of %s than it reads in the timeline: nothing',
  async (event) => {
    const entry = { ...toEntry(latest + 1), event };
    const [atDesk, reviewing] = [await follow(undefined, 'desk'), await follow(undefined, 'reviewer')];
    for (const { read, beat } of [atDesk, reviewing]) {
      read([entry], latest + 1);
      beat();
    }
    expect(atDesk.events()).toEqual([`alive ${latest}`, `alive ${latest + 1}`]);
    expect(reviewing.events()).toEqual([`alive ${latest}`, `timeline ${latest + 1}`, `alive ${latest + 1}`]);
  },
);
