import { eventually } from './eventually.ts';

export interface StreamedEvent {
  readonly id: string;
  readonly event: string;
  readonly data: Readonly<Record<string, string>>;
}

/** A viewer of server-sent events, as a browser is one. */
export interface EventStream {
  readonly status: number;
  readonly contentType: string;
  readonly events: readonly StreamedEvent[];
  /** Those of the timeline, without the heartbeats. */
  readonly timeline: () => readonly StreamedEvent[];
  until(holds: (events: readonly StreamedEvent[]) => boolean): Promise<void>;
  /** Resolves when it is over: whether the other end ended it in order, or it was cut. */
  readonly ended: Promise<'in order' | 'cut'>;
  close(): void;
}

export async function openEventStream(url: string, headers: Readonly<Record<string, string>>): Promise<EventStream> {
  const abort = new AbortController();
  const answer = await fetch(url, { headers, signal: abort.signal });
  const events: StreamedEvent[] = [];
  const ended = readAll(answer, events).then(
    () => 'in order' as const,
    () => 'cut' as const,
  );
  const timeline = () => events.filter(({ event }) => event === 'timeline');
  return {
    status: answer.status,
    contentType: answer.headers.get('content-type') ?? '',
    events,
    timeline,
    until: async (holds) => {
      await eventually(() => holds(timeline()) || undefined, { what: 'events on the stream' });
    },
    ended,
    close: () => abort.abort(),
  };
}

async function readAll(answer: Response, events: StreamedEvent[]): Promise<void> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of answer.body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    events.push(...blocks.map(toEvent));
  }
}

function toEvent(block: string): StreamedEvent {
  const fields = Object.fromEntries(
    block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
  );
  return {
    id: fields.id ?? '',
    event: fields.event ?? '',
    data: JSON.parse(fields.data ?? '{}') as StreamedEvent['data'],
  };
}
