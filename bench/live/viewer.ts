import { request } from 'node:http';

/** What a viewer was told, and when; in ms since 1970, with fractions. */
export interface Seen {
  readonly at: string;
  readonly seenMs: number;
}

export interface Viewer {
  readonly seen: readonly Seen[];
  close(): void;
}

/** Follows a property as a browser does. Resolves once the stream has begun; rejects where it is refused. */
export function openViewer(url: string, token: string): Promise<Viewer> {
  const seen: Seen[] = [];
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers: { authorization: `Bearer ${token}` } }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`The stream answers ${answer.statusCode}`));
      let rest = '';
      answer.setEncoding('utf8');
      answer.on('data', (text: string) => {
        const seenMs = performance.timeOrigin + performance.now();
        const lines = (rest + text).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) {
          const at = /"at":"([^"]+)"/.exec(line)?.[1];
          if (at !== undefined) seen.push({ at, seenMs });
        }
      });
      answer.on('error', () => undefined); // closed by us
      resolve({ seen, close: () => asked.destroy() });
    });
    asked.on('error', reject);
    asked.end();
  });
}
