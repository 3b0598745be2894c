import type { CheckProvider, ProviderManifest } from '../../src/ports/check-provider.ts';
import type { Store } from '../../src/ports/store.ts';
import { createHostedCheck, type SignedDelivery, signDelivery } from './hosted-check.ts';
import { type Desk, openDesk } from './later-desk.ts';
import { startVendor, type Vendor } from './vendor-server.ts';

export const callbackKey = 'the-key-of-callbacks';
export const page = 'https://vendor.example/start/1';

/** A desk with one provider whose answers come later, and its vendor. */
export interface HostedDesk extends Desk {
  readonly vendor: Vendor;
  /** Screens a guest, up to where the vendor's answer is awaited. */
  untilWaiting(guestId?: string): Promise<string>;
  /** What the vendor says of a session, signed now. */
  toDelivery(session: string, state: string, more?: DeliveryChanges): SignedDelivery;
  close(): Promise<void>;
}

export interface DeliveryChanges {
  readonly event?: string;
  readonly key?: string;
  readonly ageMs?: number;
}

export interface HostedDeskOptions {
  readonly manifest?: Partial<ProviderManifest>;
  /** What the configuration holds; may be two keys. */
  readonly key?: string;
  readonly isRequired?: boolean;
  readonly redact?: CheckProvider['redact'];
  readonly others?: readonly CheckProvider[];
  readonly wrapStore?: (store: Store) => Store;
}

export async function openHostedDesk(options: HostedDeskOptions = {}): Promise<HostedDesk> {
  const vendor = await startVendor(({ headers }) => ({
    body: { id: `S-${String(headers['idempotency-key'])}`, page },
  }));
  const { wrapStore, redact } = options;
  const hosted = { ...createHostedCheck(options.manifest), ...(redact && { redact }) };
  const providers = [hosted, ...(options.others ?? [])];
  const desk = await openDesk({ providers, config: toConfig(vendor, options), ...(wrapStore && { wrapStore }) });
  return {
    ...desk,
    vendor,
    untilWaiting: async (guestId = 'G1') => {
      const screeningId = await desk.screen(guestId);
      const failures = await desk.runJobs();
      if (failures.length > 0) throw new Error(failures.join());
      return screeningId;
    },
    toDelivery: (session, state, { event = `${session}/${state}`, key = callbackKey, ageMs = 0 } = {}) =>
      signDelivery({ event, session, state }, { key, atMs: Date.parse(desk.now()) - ageMs }),
    close: async () => {
      await desk.store.close();
      await vendor.close();
    },
  };
}

/** How the vendor calls the session that a screening asked for. */
export function referenceOf(screeningId: string): string {
  return `S-${screeningId}:hosted`;
}

function toConfig(vendor: Vendor, { key = callbackKey, isRequired = true }: HostedDeskOptions): string {
  const onMatch = { possible: 'review', likely: 'review', strong: 'flagged' };
  return JSON.stringify({
    defaults: {
      policy: {
        name: 'test',
        version: '1',
        providers: { hosted: { required: isRequired, onMatch } },
        otherwise: { required: false, onMatch },
        trust: { reasonCode: 'none', excuses: [] },
      },
      providers: { hosted: { settings: { serviceUrl: vendor.url, callbackKey: key } } },
    },
  });
}
