import type { Subject } from '../../src/domain/subject.ts';

const firstNames =
  'Ana Maria João Pedro Sofia Lucas Emma Noah Mila Jonas Yuki Wei Amara Omar Leila Ivan Olga Marek Ines Hugo'.split(
    ' ',
  );
const starts =
  'Al Ba Bel Car Cos Da Del Fer Fon Gar Gon Han Iva Kal Kov Lam Lin Mar Mo Mü Nak Nov Oli Pe Ra Ro Sal San Sil Ta Vas Wal'.split(
    ' ',
  );
const middles = 'a ba de e ga i la len ma mi na ne o ra ri san ta te ve'.split(' ');
const ends = 'des do er es ez in ini ko ler lo man mann nen ra ro s sen ska son tos va vic wa'.split(' ');

/** The same guest for the same number, in every run. About 280,000 different names, as unevenly shared as the parts are short. */
export function toSubject(
  guestNo: number,
  stay: number,
  place: { readonly propertyId: string; readonly arrivesOn: string },
): Subject {
  const { propertyId, arrivesOn } = place;
  const random = createRandom(guestNo + 1);
  const pick = (parts: readonly string[]) => parts[Math.floor(random() * parts.length)] ?? '';
  const firstName = pick(firstNames);
  const lastName = `${pick(starts)}${pick(middles)}${pick(ends)}`;
  return {
    propertyId,
    reservationId: `R${guestNo}-${stay}`,
    guestId: String(100_000_000 + guestNo),
    reservationStatus: 'confirmed',
    fields: {
      firstName,
      lastName,
      email: `${firstName}.${lastName}.${guestNo}@example.com`.toLowerCase(),
      cellPhone: `+3519${String(10_000_000 + guestNo)}`,
      birthDate: `${1950 + Math.floor(random() * 55)}-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 10)}`,
      country: 'PT',
      isMainGuest: true,
      bookedOn: '2026-01-02',
      arrivesOn,
      departsOn: plusDays(arrivesOn, 3),
      adults: 2,
      children: 0,
      guestsListed: 1,
      sourceName: 'Website',
    },
  };
}

export function plusDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Mulberry32. */
export function createRandom(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
