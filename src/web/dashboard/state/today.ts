import { computed } from '@preact/signals';
import { toToday } from '../i18n/days.ts';
import { lastHeardAt } from './live.ts';
import { property } from './session.ts';

/** The day at the property that is shown. A page that is left open goes with it past midnight, by the heartbeats it hears. */
export const today = computed(() => toToday(property.value?.timeZone ?? 'UTC', lastHeardAt.value));
