import { z } from 'zod';
import { faultSchema, type FaultPlan } from '../faults.ts';
import type { SandboxStats } from '../stats.ts';
import { webhookSettingsSchema, type WebhookSettings } from '../webhooks/webhook-settings.ts';
import {
  customFieldChangeSchema,
  editOptionsSchema,
  guestChangesSchema,
  newApiKeySchema,
  newClientSchema,
  newBookingSchema,
  newCustomFieldSchema,
  newGuestSchema,
  newPropertySchema,
  reservationStatuses,
} from '../world/world-inputs.ts';
import type { World } from '../world/world.ts';

export interface AdminParts {
  readonly world: World;
  readonly stats: SandboxStats;
  readonly faults: FaultPlan;
  readonly settings: Readonly<WebhookSettings>;
  readonly changeWebhookSettings: (changes: Partial<WebhookSettings>) => void;
}

export interface AdminCall {
  readonly params: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export interface AdminAction {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  readonly path: string;
  readonly does: string;
  /** What is answered as JSON; undefined is {"ok": true}. Throws Refusal and ZodError. */
  readonly run: (call: AdminCall) => unknown;
}

const datesSchema = z.strictObject({ arrivesOn: z.iso.date(), departsOn: z.iso.date() });
const statusSchema = z.strictObject({ status: z.enum(reservationStatuses) });
const mergeSchema = z.strictObject({ into: z.string() });
const filledSchema = z.strictObject({ value: z.string() });
const noteSchema = z.strictObject({ text: z.string().min(1) });
const appStateSchema = z.strictObject({
  state: z.enum(['enabled', 'pending', 'installing', 'disabled']),
  clientId: z.string().optional(),
});

export function listAdminActions(parts: AdminParts): AdminAction[] {
  return [
    ...listHouseActions(parts),
    ...listReservationActions(parts),
    ...listGuestActions(parts),
    ...listChaos(parts),
  ];
}

function listHouseActions({ world, stats }: AdminParts): AdminAction[] {
  return [
    action('get /properties', 'all properties', () => world.listProperties()),
    action('post /properties', 'open a hotel', ({ body }) => world.addProperty(newPropertySchema.parse(body))),
    action('post /api-keys', 'a key for {propertyIds}', ({ body }) => ({
      key: world.addApiKey(newApiKeySchema.parse(body)),
    })),
    action('post /clients', 'a partner’s app: {redirectUri}', ({ body }) =>
      world.addClient(newClientSchema.parse(body)),
    ),
    action('delete /api-keys/:key', 'answer this key with 401', ({ params }) => world.revokeApiKey(params.key ?? '')),
    action('post /properties/:id/app-state', 'connect or disconnect the app: {state, clientId}', ({ params, body }) => {
      const { state, clientId } = appStateSchema.parse(body);
      world.setAppState(state, params.id, clientId);
    }),
    action('get /properties/:id/custom-fields', 'its custom fields', ({ params }) => world.listCustomFields(params.id)),
    action('post /properties/:id/custom-fields', 'create one', ({ params, body }) =>
      world.addCustomField(newCustomFieldSchema.parse(body), params.id),
    ),
    action('patch /properties/:id/custom-fields/:shortcode', 'change {name, maxCharacters, isArchived}', (call) =>
      world.changeCustomField(
        { ...customFieldChangeSchema.parse(call.body), shortcode: call.params.shortcode ?? '' },
        call.params.id,
      ),
    ),
    action('get /properties/:id/app-errors', 'what apps told its staff', ({ params }) =>
      world.listAppErrors(params.id),
    ),
    action('get /properties/:id/subscriptions', 'who is rung', ({ params }) => world.listSubscriptions(params.id)),
    action('get /stats', 'requests and deliveries counted', () => ({ ...stats })),
    action('delete /stats', 'count from zero', () => stats.reset()),
  ];
}

function listReservationActions({ world }: AdminParts): AdminAction[] {
  return [
    action('get /reservations', 'all reservations', () => world.listReservations()),
    action('post /reservations', 'book: {arrivesOn, departsOn, mainGuest: {firstName, lastName, …}}', ({ body }) =>
      world.book(newBookingSchema.parse(body)),
    ),
    action('get /reservations/:id', 'one', ({ params }) => world.readReservation(params.id ?? '')),
    action('delete /reservations/:id', 'delete it', ({ params }) => world.deleteReservation(params.id ?? '')),
    action('post /reservations/:id/status', 'set {status}, canceled for example', ({ params, body }) =>
      world.setReservationStatus(params.id ?? '', statusSchema.parse(body).status),
    ),
    action('post /reservations/:id/dates', 'move to {arrivesOn, departsOn}', ({ params, body }) =>
      world.changeDates(params.id ?? '', datesSchema.parse(body)),
    ),
    action('post /reservations/:id/guests', 'add a guest: {firstName, lastName, …}', ({ params, body }) => ({
      guestId: world.addGuest(params.id ?? '', newGuestSchema.parse(body)),
    })),
    action('delete /reservations/:id/guests/:guestId', 'take an additional guest off', ({ params }) =>
      world.removeGuest(params.id ?? '', params.guestId ?? ''),
    ),
  ];
}

function listGuestActions({ world }: AdminParts): AdminAction[] {
  const editSchema = guestChangesSchema.extend(editOptionsSchema.shape);
  return [
    action('get /guests', 'all guests with custom fields and notes', () => world.listGuests()),
    action('get /guests/:id', 'one', ({ params }) => world.readGuest(params.id ?? '')),
    action('patch /guests/:id', 'edit: {email: …}; movesReservation false hides it there', ({ params, body }) => {
      const { movesReservation, ...changes } = editSchema.parse(body);
      world.editGuest(params.id ?? '', changes, { movesReservation });
    }),
    action('put /guests/:id/custom-fields/:shortcode', 'type in {value}', ({ params, body }) =>
      world.fillInField(params.id ?? '', { shortcode: params.shortcode ?? '', ...filledSchema.parse(body) }),
    ),
    action('post /guests/:id/merge', 'it lives on as {into}', ({ params, body }) =>
      world.mergeGuests(params.id ?? '', mergeSchema.parse(body).into),
    ),
    action('post /guests/:id/anonymize', 'remove its data', ({ params }) => world.anonymizeGuest(params.id ?? '')),
    action('get /guests/:id/notes', 'its notes', ({ params }) => world.listNotes(params.id ?? '')),
    action('delete /guests/:id/notes/:noteId', 'delete one', ({ params }) =>
      world.deleteNote(params.id ?? '', params.noteId ?? ''),
    ),
    action('post /guests/:id/notes', 'write {text}', ({ params, body }) =>
      world.addNote(params.id ?? '', noteSchema.parse(body).text),
    ),
  ];
}

function listChaos({ faults, settings, changeWebhookSettings }: AdminParts): AdminAction[] {
  return [
    action('get /faults', 'what goes wrong on purpose', () => faults.list()),
    action('post /faults', 'let it: {kind, operation, count, probability}', ({ body }) =>
      faults.set(faultSchema.parse(body)),
    ),
    action('delete /faults', 'no more of it', () => faults.clear()),
    action('get /webhooks', 'how reliably events are delivered', () => settings),
    action('patch /webhooks', 'change it: {duplicateShare, loseShare, shuffle, delayMs, …}', ({ body }) =>
      changeWebhookSettings(webhookSettingsSchema.partial().parse(body) as Partial<WebhookSettings>),
    ),
  ];
}

function action(route: `${AdminAction['method']} ${string}`, does: string, run: AdminAction['run']): AdminAction {
  const [method, path] = route.split(' ') as [AdminAction['method'], string];
  return { method, path, does, run };
}
