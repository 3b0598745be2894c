import { createHash } from 'node:crypto';
import type { OpenApiDocument } from '../../openapi/openapi-document.ts';
import { renderReference } from '../../pages/reference/reference-page.ts';
import { type ApiRoute, toApiRoute } from '../route.ts';
import { referenceStyles } from './reference-styles.ts';
import { toReferenceView } from './to-reference-view.ts';

/**
 * The description as a page. Rendered here rather than by one of the known viewers, which bring one to three megabytes of
 * script into an origin that holds guests' data, and need a policy that lets it run; this page has none and needs none.
 */
export function createReferenceRoute(document: OpenApiDocument): ApiRoute {
  let content: string | undefined;
  return toApiRoute('getReference', 'GET /api/v1/', {
    handle: () => {
      content ??= renderReference(toReferenceView(document), referenceStyles);
      return Promise.resolve({
        status: 200,
        text: { content, contentType: 'text/html; charset=utf-8' },
        headers: { 'Cache-Control': 'no-cache', 'Content-Security-Policy': policy },
      });
    },
  });
}

const stylesHash = createHash('sha256').update(referenceStyles).digest('base64');

const policy = [
  "default-src 'none'",
  `style-src 'sha256-${stylesHash}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
