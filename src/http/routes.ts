import type { OpenApiDocument } from '../openapi/openapi-document.ts';
import { listAuditRoutes } from './audit-routes.ts';
import { listArrivalRoutes } from './arrival-routes.ts';
import { createCallbackRoute } from './callback-route.ts';
import { listDeskRoutes } from './desk-routes.ts';
import { listExportRoutes } from './csv/export-routes.ts';
import { listHouseListRoutes } from './house-list-routes.ts';
import type { HttpParts } from './http-parts.ts';
import { createLiveRoute } from './live-route.ts';
import { listJobRoutes } from './job-routes.ts';
import { listOperationsRoutes } from './operations-routes.ts';
import { listOwnAccountRoutes } from './own-account-routes.ts';
import { listPolicyRoutes } from './policy-routes.ts';
import { listDuplicateRoutes } from './profiles/duplicate-routes.ts';
import { listProfileRoutes } from './profiles/profile-routes.ts';
import { listPropertyRoutes } from './property-routes.ts';
import { createReferenceRoute } from './reference/reference-route.ts';
import type { Route } from './route.ts';
import { listScreeningRoutes } from './screening-routes.ts';
import { listSignInRoutes } from './sign-in-routes.ts';
import { listTokenRoutes } from './token-routes.ts';
import { listUserRoutes } from './user-routes.ts';
import { listStatisticsRoutes } from './statistics/statistics-routes.ts';
import { listWatchlistRoutes } from './watchlist-routes.ts';
import { listStaffFormRoutes } from './staff-form-routes.ts';
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
    ...listJobRoutes(parts),
    createLiveRoute(parts),
  ];
}
