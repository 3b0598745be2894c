/**
 * Domains under which booking sites forward mail to a guest whose own address they keep. Seen in the sites' partner
 * documentation; such an address is real and reaches the guest, but tells nothing about who it is.
 */
export const relayDomains: readonly string[] = [
  'guest.booking.com',
  'guest.airbnb.com',
  'reply.airbnb.com',
  'm.expediapartnercentral.com',
  'messages.homeaway.com',
  'agoda-messaging.com',
  'guest.trip.com',
  'guest.hostelworld.com',
];

export function isRelayEmail(email: string): boolean {
  const domain = email.trim().toLowerCase().split('@').at(-1) ?? '';
  return relayDomains.some((relay) => domain === relay || domain.endsWith(`.${relay}`));
}
