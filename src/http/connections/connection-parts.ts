import type { ConnectByApp } from '../../screening/connections/connect-by-app.ts';
import type { ConnectByKey } from '../../screening/connections/connect-by-key.ts';
import type { ManageConnection } from '../../screening/connections/manage-connection.ts';
import type { TakeAppState } from '../../screening/connections/take-app-state.ts';
import type { WebhookSecrets } from '../../screening/connections/webhook-secrets.ts';

/** What the HTTP side knows and does of connections with the PMS. */
export interface ConnectionHttpParts {
  readonly secrets: Pick<WebhookSecrets, 'findPropertyId'>;
  readonly takeAppState: TakeAppState;
  readonly byKey: ConnectByKey;
  readonly byApp: ConnectByApp;
  readonly manage: ManageConnection;
  /** Whether properties can be connected on a page of the PMS. */
  readonly hasApp: boolean;
  /** Where a connection is used that lives in no other region. */
  readonly apiUrl: string;
}
