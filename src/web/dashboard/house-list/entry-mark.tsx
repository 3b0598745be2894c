import { t } from '../i18n/texts.ts';
import type { EntryState } from './entries.ts';

const looks = { proposed: 'pill-open', active: 'pill-bad', rejected: '', ended: '' } as const;

export function EntryMark({ state }: { readonly state: EntryState }) {
  return <span class={`pill ${looks[state]}`}>{t(`houseList.states.${state}`)}</span>;
}
