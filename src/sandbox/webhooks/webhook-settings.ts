import { z } from 'zod';

const shareSchema = z.number().min(0).max(1);

export const webhookSettingsSchema = z.strictObject({
  /** Longer than this without a 2xx is a failure. */
  timeoutMs: z.number().min(1),
  retryDelayMs: z.number().min(0),
  maxTries: z.int().min(1),
  /** Share of deliveries that are sent twice. */
  duplicateShare: shareSchema,
  /** Share of deliveries that are never sent. */
  loseShare: shareSchema,
  /** Deliveries overtake each other. */
  shuffle: z.boolean(),
  /** Between what happened and its first delivery. */
  delayMs: z.number().min(0),
});

/** How reliably the sandbox rings. */
export type WebhookSettings = z.infer<typeof webhookSettingsSchema>;

export const defaultWebhookSettings: WebhookSettings = {
  timeoutMs: 2_000,
  retryDelayMs: 60_000,
  maxTries: 5,
  duplicateShare: 0,
  loseShare: 0,
  shuffle: false,
  delayMs: 0,
};
