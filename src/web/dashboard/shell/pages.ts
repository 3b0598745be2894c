import type { ComponentType } from 'preact';
import { ArrivalsPage } from '../arrivals/arrivals-page.tsx';
import type { IconName } from '../components/icon.tsx';
import { lazyPage } from '../components/lazy-page.tsx';
import { ReviewPage } from '../review/review-page.tsx';
import { learn } from '../i18n/texts.ts';
import { isAtLeast, property, type Role } from '../state/session.ts';

export interface PageEntry {
  /** Its part of the address, and of `pages.…` in the texts. */
  readonly name:
    | 'arrivals'
    | 'review'
    | 'guests'
    | 'houseList'
    | 'statistics'
    | 'connections'
    | 'administration'
    | 'account'
    | 'record';
  readonly icon: IconName;
  /** Whoever has less does not see it; absent: whoever is signed in does. */
  readonly least?: Role;
  readonly Page: ComponentType;
  /** Reached from the menu of the user or from another page, and not from the navigation. */
  readonly isInMenu?: true;
  /** Seldom needed: on a phone, whose rail has no room for it, in the menu alone. */
  readonly isSeldom?: true;
  /** Can be opened while no property is connected. */
  readonly isOfHouse?: true;
}

const GuestsPage = lazyPage(async () => (await import('../guests/guests-page.tsx')).GuestsPage);
const HouseListPage = lazyPage(async () => (await import('../house-list/house-list-page.tsx')).HouseListPage);
const StatisticsPage = lazyPage(async () => (await import('../statistics/statistics-page.tsx')).StatisticsPage);
const ConnectionsPage = lazyPage(async () => {
  await learn('connections');
  return (await import('../connections/connections-page.tsx')).ConnectionsPage;
});
const AdministrationPage = lazyPage(async () => {
  await learn('administration');
  return (await import('../administration/administration-page.tsx')).AdministrationPage;
});
const RecordPage = lazyPage(async () => (await import('../record/record-page.tsx')).RecordPage);
const AccountPage = lazyPage(async () => {
  await learn('account');
  return (await import('../account/account-page.tsx')).AccountPage;
});

/** Every page, in the order of the navigation. A page that few open is best loaded when it is: see lazy-page.tsx. */
export const pages: readonly PageEntry[] = [
  { name: 'arrivals', icon: 'arrivals', least: 'desk', Page: ArrivalsPage },
  { name: 'review', icon: 'queue', least: 'desk', Page: ReviewPage },
  { name: 'guests', icon: 'people', least: 'reviewer', Page: GuestsPage },
  { name: 'houseList', icon: 'house', least: 'manager', Page: HouseListPage },
  { name: 'statistics', icon: 'chart', least: 'manager', Page: StatisticsPage },
  { name: 'connections', icon: 'link', least: 'admin', Page: ConnectionsPage, isSeldom: true, isOfHouse: true },
  { name: 'administration', icon: 'gear', least: 'reviewer', Page: AdministrationPage, isOfHouse: true },
  { name: 'account', icon: 'user', Page: AccountPage, isInMenu: true, isOfHouse: true },
  { name: 'record', icon: 'print', least: 'reviewer', Page: RecordPage, isInMenu: true },
];

export function listOpenPages(): readonly PageEntry[] {
  return pages.filter(
    ({ least, isOfHouse }) => (least === undefined || isAtLeast(least)) && (isOfHouse ?? property.value !== undefined),
  );
}
