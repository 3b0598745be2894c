import type { ComponentType } from 'preact';
import { ArrivalsPage } from '../arrivals/arrivals-page.tsx';
import type { IconName } from '../components/icon.tsx';
import { lazyPage } from '../components/lazy-page.tsx';
import { ReviewPage } from '../review/review-page.tsx';
import { isAtLeast, type Role } from '../state/session.ts';

export interface PageEntry {
  /** Its part of the address, and of `pages.…` in the texts. */
  readonly name: 'arrivals' | 'review' | 'guests' | 'houseList';
  readonly icon: IconName;
  /** Whoever has less does not see it. */
  readonly least: Role;
  readonly Page: ComponentType;
}

const GuestsPage = lazyPage(async () => (await import('../guests/guests-page.tsx')).GuestsPage);
const HouseListPage = lazyPage(async () => (await import('../house-list/house-list-page.tsx')).HouseListPage);

/** Every page, in the order of the navigation. A page that few open is best loaded when it is: see lazy-page.tsx. */
export const pages: readonly PageEntry[] = [
  { name: 'arrivals', icon: 'arrivals', least: 'desk', Page: ArrivalsPage },
  { name: 'review', icon: 'queue', least: 'desk', Page: ReviewPage },
  { name: 'guests', icon: 'people', least: 'reviewer', Page: GuestsPage },
  { name: 'houseList', icon: 'house', least: 'manager', Page: HouseListPage },
];

export function listOpenPages(): readonly PageEntry[] {
  return pages.filter(({ least }) => isAtLeast(least));
}
