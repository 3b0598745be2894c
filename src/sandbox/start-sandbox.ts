import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { createAdminRoutes } from './admin/admin-routes.ts';
import { createApiRoutes } from './api/api-routes.ts';
import { createFaults } from './faults.ts';
import { createRandomness } from './randomness.ts';
import { createRateLimit } from './rate-limit.ts';
import type { Sandbox, SandboxOptions } from './sandbox.ts';
import { createStatsBook } from './stats.ts';
import { createTimers } from './timers.ts';
import { startDeliveries } from './webhooks/deliveries.ts';
import { defaultWebhookSettings, webhookSettingsSchema, type WebhookSettings } from './webhooks/webhook-settings.ts';
import { createWorld } from './world/create-world.ts';
import { createWorldState } from './world/world-state.ts';

export type { Sandbox, SandboxOptions } from './sandbox.ts';

const defaultRateLimitPerSecond = 5;

/** Starts a sandbox PMS; see Sandbox for what it offers and SandboxOptions for its defaults. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const random = createRandomness(options.seed ?? 1);
  const state = createWorldState({ now: options.now ?? (() => new Date()), random });
  const world = createWorld(state);
  const properties = (options.properties ?? [{}]).map((property) => world.addProperty(property));
  const propertyIds = properties.map(({ propertyId }) => propertyId);
  const apiKey = world.addApiKey({ propertyIds, ...(options.apiKey !== undefined && { key: options.apiKey }) });
  const book = createStatsBook();
  const faults = createFaults(random);
  const timers = createTimers();
  const settings: WebhookSettings = { ...defaultWebhookSettings, ...options.webhooks };
  const changeWebhookSettings = (changes: Partial<WebhookSettings>): void => {
    Object.assign(settings, webhookSettingsSchema.partial().parse(changes));
  };
  const deliveries = startDeliveries(state, { settings, book, random });
  const rateLimit = createRateLimit({
    perSecond: options.rateLimitPerSecond ?? defaultRateLimitPerSecond,
    nowMs: options.rateLimitClockMs ?? (() => performance.now()),
  });

  const app = express().disable('x-powered-by');
  app.use('/api/v1.3', createApiRoutes({ state, book, faults, rateLimit, timers }));
  const { stats } = book;
  app.use('/admin', createAdminRoutes({ world, stats, faults, settings, changeWebhookSettings }));
  // Longer than callers keep connections: one that ends as it is used again is a reset, and that is a fault to be asked for.
  const server = createServer({ keepAliveTimeout: 65_000 }, app);
  const origin = await listen(server, options);
  return {
    apiUrl: `${origin}/api/v1.3`,
    adminUrl: `${origin}/admin`,
    apiKey,
    propertyId: propertyIds[0] ?? '',
    world,
    stats,
    faults,
    webhookSettings: settings,
    changeWebhookSettings,
    deliveriesSettled: () => deliveries.settled(),
    close: async () => {
      timers.clear();
      deliveries.close();
      await closeServer(server);
    },
  };
}

async function listen(server: Server, { port = 0, host = '127.0.0.1' }: SandboxOptions): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  return `http://${host}:${address.port}`;
}

async function closeServer(server: Server): Promise<void> {
  if (!server.listening) return;
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
