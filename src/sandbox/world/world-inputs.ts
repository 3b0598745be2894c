// What may be done to the sandbox's world, checked the same way in process and over the admin API.
// Guest details are spelled as getGuest spells them: no prefix. Dates are YYYY-MM-DD; '' means "not known".
import { z } from 'zod';

const dateSchema = z.iso.date();
const dateOrEmpty = z.union([dateSchema, z.literal('')]);

export const documentTypes = [
  'na',
  'driver_licence',
  'student_id',
  'passport',
  'dni',
  'nie',
  'social_security_card',
  'cpf',
] as const;

export const reservationStatuses = [
  'not_confirmed',
  'confirmed',
  'canceled',
  'checked_in',
  'checked_out',
  'no_show',
] as const;

export const guestDetailsSchema = z.strictObject({
  firstName: z.string(),
  lastName: z.string(),
  gender: z.enum(['M', 'F', 'N/A']),
  email: z.string(),
  phone: z.string(),
  cellPhone: z.string(),
  address: z.string(),
  address2: z.string(),
  city: z.string(),
  state: z.string(),
  country: z.string(),
  zip: z.string(),
  birthDate: dateOrEmpty,
  documentType: z.union([z.enum(documentTypes), z.literal('')]),
  documentNumber: z.string(),
  documentIssueDate: dateOrEmpty,
  documentIssuingCountry: z.string(),
  documentExpirationDate: dateOrEmpty,
  taxID: z.string(),
  companyTaxID: z.string(),
  companyName: z.string(),
  optIn: z.boolean(),
});

export const guestChangesSchema = guestDetailsSchema.partial();

export const newGuestSchema = guestChangesSchema.required({ firstName: true, lastName: true });

export const newPropertySchema = z.strictObject({
  /** Digits; drawn when missing. */
  propertyId: z.string().regex(/^\d+$/).optional(),
  name: z.string().optional(),
  /** IANA name; every date-time of the property is spoken in it. */
  timezone: z.string().optional(),
  city: z.string().optional(),
  country: z.string().length(2).optional(),
});

export const newApiKeySchema = z.strictObject({
  key: z.string().min(1).optional(),
  propertyIds: z.array(z.string()).min(1),
});

export const newClientSchema = z.strictObject({
  clientId: z.string().min(1).optional(),
  clientSecret: z.string().min(1).optional(),
  redirectUri: z.url(),
  /** Of an access token. Default: eight hours. */
  tokenLifeS: z.int().min(1).optional(),
});

export const newBookingSchema = z.strictObject({
  /** Default: the sandbox's first property. */
  propertyId: z.string().optional(),
  arrivesOn: dateSchema,
  departsOn: dateSchema,
  mainGuest: z.union([newGuestSchema, z.strictObject({ guestId: z.string() })]),
  additionalGuests: z.array(newGuestSchema).optional(),
  /** Default: as many as there are guests. */
  adults: z.int().min(1).optional(),
  children: z.int().min(0).optional(),
  status: z.enum(reservationStatuses).optional(),
  /** Booking.com, Expedia, Direct, Walk-In …; default Booking.com. */
  sourceName: z.string().optional(),
  /** How many rooms; the main guest stands in all of them. Default 1. */
  rooms: z.int().min(1).optional(),
  /** false leaves the rooms unassigned, as right after an online booking. Default true. */
  roomsAssigned: z.boolean().optional(),
});

export const newCustomFieldSchema = z.strictObject({
  name: z.string().min(1),
  shortcode: z.string().min(1),
  isPersonal: z.boolean(),
  applyTo: z.enum(['reservation', 'guest']).optional(),
  required: z.boolean().optional(),
  maxCharacters: z.int().min(1).optional(),
  type: z.enum(['input', 'text']).optional(),
  displayed: z.array(z.enum(['reservation', 'booking', 'card'])).optional(),
});

export const customFieldChangeSchema = z.strictObject({
  name: z.string().min(1).optional(),
  maxCharacters: z.int().min(1).optional(),
  isArchived: z.boolean().optional(),
});

export const editOptionsSchema = z.strictObject({
  /** false: the edit leaves dateModified of the guest's reservations as it was, as the vendor's can. Default true. */
  movesReservation: z.boolean().optional(),
});

export type GuestDetails = z.infer<typeof guestDetailsSchema>;
export type GuestChanges = z.input<typeof guestChangesSchema>;
export type NewGuest = z.input<typeof newGuestSchema>;
export type NewProperty = z.input<typeof newPropertySchema>;
export type NewApiKey = z.input<typeof newApiKeySchema>;
export type NewClient = z.input<typeof newClientSchema>;
export type NewBooking = z.input<typeof newBookingSchema>;
export type NewCustomField = z.input<typeof newCustomFieldSchema>;
export type CustomFieldChange = z.input<typeof customFieldChangeSchema> & { readonly shortcode: string };
export type EditOptions = z.input<typeof editOptionsSchema>;
export type ReservationStatus = (typeof reservationStatuses)[number];
