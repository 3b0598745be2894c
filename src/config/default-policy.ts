import type { Policy } from '../domain/policy.ts';

/** What holds where the configuration file says nothing. Its version changes with every change of what it concludes. */
export const defaultPolicy: Policy = {
  name: 'default',
  version: '1',
  providers: {
    'house-list': { required: true, onMatch: { possible: 'review', likely: 'flagged', strong: 'flagged' } },
    'booking-rules': { required: true, onMatch: { possible: 'review', likely: 'review', strong: 'flagged' } },
  },
  otherwise: { required: true, onMatch: { possible: 'review', likely: 'review', strong: 'flagged' } },
  trust: { reasonCode: 'house_list.trusted', excuses: ['booking-rules'] },
};
