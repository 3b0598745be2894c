import type { GuestFieldDefinition } from '../../ports/pms.ts';

/** The guest fields that this service owns. Staff may rename them; the shortcodes stay. */
export const guestFieldDefinitions: readonly GuestFieldDefinition[] = [
  { shortcode: 'screening_status', name: 'Screening status', maxCharacters: 40 },
  { shortcode: 'screening_outcome', name: 'Screening outcome', maxCharacters: 40 },
  { shortcode: 'screening_summary', name: 'Screening summary', maxCharacters: 255 },
  { shortcode: 'screening_updated', name: 'Screening updated', maxCharacters: 40 },
  { shortcode: 'screening_link', name: 'Screening form', maxCharacters: 255 },
];
