import { renderSVG } from 'uqr';
import { mayHoldLinks } from '../../domain/access.ts';
import { ServiceError } from '../../domain/errors.ts';
import type { StaffFormView } from '../../screening/form/staff-forms.ts';
import type { HttpParts, StaffFormsHttpParts } from '../http-parts.ts';
import { type ApiRoute, type RawApiRequest, toApiRoute } from '../route.ts';
import { toFormView, toRequestView } from './staff-form-view.ts';

const path = '/api/v1/screenings/{id}/form';

export function listStaffFormRoutes({ staffForms }: Pick<HttpParts, 'staffForms'>): readonly ApiRoute[] {
  const answer = (view: StaffFormView, { role: viewer, principal }: Pick<RawApiRequest, 'role' | 'principal'>) => {
    const body = toFormView(view, { ...staffForms.asking, viewer, seesLinks: mayHoldLinks(principal) });
    return { status: 200, body } as const;
  };
  return [
    toApiRoute('getForm', `GET ${path}`, {
      handle: async (request) => answer(await staffForms.forms.get(request.params.id), request),
    }),
    toApiRoute('askGuest', `POST ${path}`, {
      handle: async (request) => {
        const { params, body, actor } = request;
        return answer(await staffForms.forms.ask(params.id, { topics: body.topics ?? [], actor }), request);
      },
    }),
    toApiRoute('withdrawForm', `POST ${path}/withdraw`, {
      handle: async (request) => answer(await staffForms.forms.withdraw(request.params.id, request.actor), request),
    }),
    toApiRoute('completeFormAtDesk', `POST ${path}/desk-link`, {
      handle: async ({ params: { id }, actor }) => {
        const { url, validUntil } = await staffForms.forms.startAtDesk(id, actor);
        return { status: 201, body: { url, validUntil } };
      },
    }),
    toApiRoute('retryForm', `POST ${path}/retry`, {
      handle: async (request) => answer(await staffForms.forms.retry(request.params.id), request),
    }),
    toApiRoute('mailForm', `POST ${path}/mail`, {
      handle: async (request) => answer(await staffForms.forms.mail(request.params.id, request.actor), request),
    }),
    toApiRoute('attendGuestRequest', `POST ${path}/attend`, {
      handle: async (request) => {
        const { params, body, actor } = request;
        const seen = { actor, newestSeenAt: body?.newestSeenAt };
        return answer(await staffForms.forms.attend(params.id, seen), request);
      },
    }),
    ...listReadRoutes(staffForms),
  ];
}

function listReadRoutes(staffForms: StaffFormsHttpParts): readonly ApiRoute[] {
  return [
    toApiRoute('getFormQr', `GET ${path}/qr`, {
      handle: async ({ params: { id } }) => {
        const { form } = await staffForms.forms.get(id);
        if (form.state !== 'open') throw new ServiceError('form_conflict', { formId: form.id });
        const content = renderSVG(staffForms.asking.links.toUrl(form), { border: 2 });
        const headers = { 'Cache-Control': 'no-store' };
        return { status: 200, text: { content, contentType: 'image/svg+xml; charset=utf-8' }, headers };
      },
    }),
    toApiRoute('listGuestRequests', 'GET /api/v1/properties/{propertyId}/guest-requests', {
      handle: async ({ params: { propertyId }, query: { limit = 50 } }) => {
        const asked = await staffForms.forms.listPersonAsked(propertyId, limit);
        const items = asked.map(({ screeningId, guestName, form }) => {
          const since = form.personAskedAt ?? form.openedAt;
          return { screeningId, guestName, since, requests: form.content.requests.map(toRequestView) };
        });
        return { status: 200, body: { items } };
      },
    }),
  ];
}
