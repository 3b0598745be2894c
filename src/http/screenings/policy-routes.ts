import type { components } from '../../../openapi/service.generated.ts';
import type { Policy } from '../../domain/policy.ts';
import type { PolicyReplay, ReplayedCase } from '../../screening/replay-policy.ts';
import { toPolicyWords } from '../../domain/policy/policy-words.ts';
import type { HttpParts, PolicyParts } from '../http-parts.ts';
import { InvalidRequest } from '../problems/invalid-request.ts';
import { idShape, instantShape, readCursor, toPage } from '../page.ts';
import { type ApiRoute, toApiRoute } from '../route.ts';

type Schemas = components['schemas'];

export function listPolicyRoutes({ policy: parts, store }: HttpParts): readonly ApiRoute[] {
  return [
    toApiRoute('getPolicy', 'GET /api/v1/properties/{propertyId}/policy', {
      handle: async ({ params: { propertyId } }) => {
        await store.read((rows) => rows.properties.get(propertyId));
        return { status: 200, body: toPolicyView(parts.inForce(propertyId)) };
      },
    }),
    toApiRoute('replayPolicy', 'POST /api/v1/properties/{propertyId}/policy/replay', {
      handle: async ({ params: { propertyId }, query, body }) => {
        const policy = readPolicy(parts, body.policy);
        const { limit = 50 } = query;
        const [createdAt, screeningId] = readCursor(query.cursor, [instantShape, idShape]) ?? [];
        const after = createdAt !== undefined && screeningId !== undefined && { after: { createdAt, screeningId } };
        const replayed = await parts.replay({ propertyId, policy, days: body.days, limit: limit + 1, ...after });
        return { status: 200, body: toReplayView(replayed, policy, limit) };
      },
    }),
  ];
}

function toPolicyView({ policy, providers }: ReturnType<PolicyParts['inForce']>): Schemas['PolicyInForce'] {
  const words = toPolicyWords(policy, providers);
  return {
    policy: { ...policy },
    providers: words.providers.map(({ provider, label, sentences }) => ({
      provider,
      label,
      sentences: [...sentences],
    })),
    sentences: [...words.sentences],
  };
}

function readPolicy({ read }: HttpParts['policy'], value: unknown): Policy {
  const reading = read(value);
  if ('policy' in reading) return reading.policy;
  throw new InvalidRequest(
    reading.problems.map(({ path, message }) => ({ path: ['/policy', ...path.map(String)].join('/'), message })),
  );
}

function toReplayView(replayed: PolicyReplay, policy: Policy, limit: number): Schemas['PolicyReplay'] {
  const { since, screenings, before, after, differing, notKnown, cases } = replayed;
  const toKey = ({ createdAt, screeningId }: ReplayedCase) => [createdAt, screeningId];
  return {
    policy: { name: policy.name, version: policy.version },
    since,
    screenings,
    before: { ...before },
    after: { ...after },
    differing,
    notKnown: [...notKnown].map(([provider, count]) => ({ provider, screenings: count })),
    ...toPage(cases, limit, { toView: toCaseView, toKey }),
  };
}

function toCaseView(one: ReplayedCase): Schemas['ReplayedCase'] {
  const { screeningId, reservationId, guestId, createdAt, before, after } = one;
  return {
    ...{ screeningId, reservationId, guestId, createdAt, before, after },
    reasons: one.reasons.map(({ code, text }) => ({ code, text })),
    leftOut: [...one.leftOut],
    notKnown: [...one.notKnown],
  };
}
