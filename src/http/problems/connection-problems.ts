import type { ErrorCode } from '../../domain/errors.ts';
import type { ProblemRow } from './problem-row.ts';

type ConnectionCode = Extract<
  ErrorCode,
  | 'pms_grant_refused'
  | 'property_disconnected'
  | 'connection_unknown'
  | 'connect_unavailable'
  | 'connect_state_wrong'
  | 'connect_denied'
  | 'key_refused'
>;

/** What a caller is told of connections with the PMS. */
export const connectionProblems: Readonly<Record<ConnectionCode, ProblemRow>> = {
  pms_grant_refused: {
    status: 502,
    title: 'The PMS gave no key',
    detail: 'The code was spent or too old, or the app in the settings is not the one that the PMS knows. Try again.',
  },
  property_disconnected: {
    status: 409,
    title: 'The property is disconnected',
    detail: 'Nothing is asked of the PMS for it until it is connected again.',
  },
  connection_unknown: { status: 404, title: 'No such connection', detail: 'Nothing connects this property.' },
  connect_unavailable: {
    status: 404,
    title: 'Nobody can be sent to the PMS',
    detail: 'That needs CLOUDBEDS_CLIENT_ID and CLOUDBEDS_CLIENT_SECRET, of a technology partner’s app.',
  },
  connect_state_wrong: {
    status: 403,
    title: 'This way was not begun here',
    detail: 'The way to the PMS began in another session, took longer than ten minutes, or ended once already.',
  },
  connect_denied: { status: 403, title: 'The PMS was told no', detail: 'Whoever was asked there did not allow it.' },
  key_refused: {
    status: 422,
    title: 'The PMS does not take this key',
    detail: 'It is wrong or withdrawn, or opens no property. Nothing was kept.',
  },
};
