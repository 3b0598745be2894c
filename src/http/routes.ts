import type { OpenApiDocument } from '../openapi/openapi-document.ts';
import { listAlertRoutes } from './operations/alert-routes.ts';
import { listAuditRoutes } from './access/audit-routes.ts';
import { listArrivalRoutes } from './screenings/arrival-routes.ts';
import { createCallbackRoute } from './callback-route.ts';
import { createDiagnosticsRoute } from './operations/diagnostics-route.ts';
import { listDeskRoutes } from './screenings/desk-routes.ts';
import { listConnectRoutes } from './connections/connect-routes.ts';
import { listConnectionRoutes } from './connections/connection-routes.ts';
import { listExportRoutes } from './csv/export-routes.ts';
import { listHouseListRoutes } from './house-list-routes.ts';
import type { HttpParts } from './http-parts.ts';
import { createLiveRoute } from './live/live-route.ts';
import { listJobRoutes } from './operations/job-routes.ts';
import { listOperationsRoutes } from './operations/operations-routes.ts';
import { listOwnAccountRoutes } from './access/own-account-routes.ts';
import { listPolicyRoutes } from './screenings/policy-routes.ts';
import { listDuplicateRoutes } from './profiles/duplicate-routes.ts';
import { listProfileRoutes } from './profiles/profile-routes.ts';
import { listPropertyRoutes } from './operations/property-routes.ts';
import { createReferenceRoute } from './reference/reference-route.ts';
import type { Route } from './route.ts';
import { listScreeningRoutes } from './screenings/screening-routes.ts';
import { listSignInRoutes } from './access/sign-in-routes.ts';
import { listTokenRoutes } from './access/token-routes.ts';
import { listUserRoutes } from './access/user-routes.ts';
import { listStatisticsRoutes } from './statistics/statistics-routes.ts';
import { listWatchlistRoutes } from './operations/watchlist-routes.ts';
import { listStaffFormRoutes } from './staff-form/staff-form-routes.ts';
import { createWebhookRoute } from './webhook-route.ts';

/** Every route that there is. The webhook stands first: it is asked the most and must answer soonest. */
export function listRoutes(parts: HttpParts, document: OpenApiDocument): readonly Route[] {
  return [
    createWebhookRoute(parts),
    createCallbackRoute(parts),
    ...listOperationsRoutes(parts, document),
    createReferenceRoute(document),
    ...listSignInRoutes(parts),
    ...listOwnAccountRoutes(parts),
    ...listUserRoutes(parts),
    ...listTokenRoutes(parts),
    ...listAuditRoutes(parts),
    ...listPropertyRoutes(parts),
    ...listConnectionRoutes(parts),
    ...listConnectRoutes(parts),
    ...listArrivalRoutes(parts),
    ...listScreeningRoutes(parts),
    ...listStaffFormRoutes(parts),
    ...listDeskRoutes(parts),
    ...listExportRoutes(parts),
    ...listHouseListRoutes(parts),
    ...listWatchlistRoutes(parts),
    ...listPolicyRoutes(parts),
    ...listProfileRoutes(parts),
    ...listDuplicateRoutes(parts),
    ...listStatisticsRoutes(parts),
    createDiagnosticsRoute(parts),
    ...listAlertRoutes(parts),
    ...listJobRoutes(parts),
    createLiveRoute(parts),
  ];
}
