import { t } from '../i18n/texts.ts';
import type { EntryState } from './entries.ts';

const looks = { proposed: 'mark-open', active: 'mark-bad', rejected: '', ended: '' } as const;

export function EntryMark({ state }: { readonly state: EntryState }) {
  return <span class={`mark ${looks[state]}`}>{t(`houseList.states.${state}`)}</span>;
}
