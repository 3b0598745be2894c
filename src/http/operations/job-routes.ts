import type { components } from '../../../openapi/service.generated.ts';
import type { BuriedJob } from '../../ports/jobs.ts';
import type { HttpParts } from '../http-parts.ts';
import { numberShape, readCursor, toPage } from '../page.ts';
import { type ApiRoute, toApiRoute } from '../route.ts';

export function listJobRoutes({ store, clock }: HttpParts): readonly ApiRoute[] {
  return [
    toApiRoute('getJobFigures', 'GET /api/v1/jobs', {
      handle: async () => {
        const figures = await store.read(async (rows) => ({
          ...(await rows.jobs.countByState()),
          nextDueAt: (await rows.jobs.findFirstWaiting()) ?? null,
        }));
        return { status: 200, body: figures };
      },
    }),
    toApiRoute('listBuriedJobs', 'GET /api/v1/jobs/buried', {
      handle: async ({ query: { limit = 50, cursor } }) => {
        const [after] = readCursor(cursor, [numberShape]) ?? [];
        const page = { limit: limit + 1, ...(after !== undefined && { after }) };
        const jobs = await store.read((rows) => rows.jobs.listBuried(page));
        return { status: 200, body: toPage(jobs, limit, { toView: toJobView, toKey: ({ id }) => [id] }) };
      },
    }),
    toApiRoute('replayJob', 'POST /api/v1/jobs/{id}/replay', {
      handle: async ({ params: { id } }) => {
        await store.transaction((rows) => rows.jobs.replay(id, clock.now()));
        return { status: 202, body: { id } };
      },
    }),
  ];
}

function toJobView(job: BuriedJob): components['schemas']['BuriedJob'] {
  const { id, kind, payload, attempts, errorCode, buriedAt } = job;
  return { id, kind, payload: { ...payload }, attempts, errorCode, buriedAt };
}
