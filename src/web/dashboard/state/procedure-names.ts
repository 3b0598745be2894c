import type { Schema } from '../../../client/client.ts';

/** What staff should do, as it is called in the texts. */
export const procedureNames = {
  call_manager: 'callManager',
  house_list: 'houseList',
  watchlist: 'watchlist',
  document: 'document',
  contact: 'contact',
  rules: 'rules',
  failed: 'failed',
  declined: 'declined',
  ask_guest: 'waiting',
  wait: 'checking',
  nothing: 'fine',
} as const satisfies Readonly<Record<Schema<'ScreeningDetail'>['procedure'], string>>;
