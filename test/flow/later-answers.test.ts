import { afterEach, describe, expect, test } from '@jest/globals';
import type { CheckAnswer } from '../../src/domain/finding.ts';
import type { CheckProvider } from '../../src/ports/check-provider.ts';
import { type HostedDesk, openHostedDesk, page, referenceOf } from '../support/hosted-desk.ts';
import { propertyId } from '../support/later-desk.ts';

let desk: HostedDesk;

afterEach(() => desk.close());

const clear: CheckAnswer = { result: 'clear', reasons: [] };

const clearCheck: CheckProvider = {
  manifest: {
    id: 'plain',
    version: '1',
    label: 'Plain',
    description: 'Finds nobody.',
    reads: [],
    hosts: [],
    deadlineMs: 1_000,
    concurrency: 1,
    kind: 'instant',
    settings: {},
  },
  check: () => Promise.resolve(clear),
};

describe('while the answer is to come', () => {
  test('the screening waits for the guest, with the page in the PMS, and holds no job', async () => {
    desk = await openHostedDesk();
    const screening = await desk.get(await desk.untilWaiting());
    expect(screening).toMatchObject({ status: 'waiting_for_guest', findings: [{ result: 'pending', guestUrl: page }] });
    expect(screening.outcome).toBeUndefined();
    expect(await desk.hasJob('run-checks')).toBe(false);
    expect(await desk.hasJob('write-back')).toBe(true);
  });

  test('without a page it stays in progress', async () => {
    desk = await openHostedDesk();
    desk.vendor.answer = () => ({ body: { id: 'S1' } });
    expect((await desk.get(await desk.untilWaiting())).status).toBe('in_progress');
    expect(await desk.hasJob('run-checks')).toBe(false);
  });

  test('a check that is not required keeps nobody waiting, and its answer still counts', async () => {
    desk = await openHostedDesk({ isRequired: false, others: [clearCheck] });
    const id = await desk.untilWaiting();
    expect(await desk.get(id)).toMatchObject({ status: 'completed', outcome: 'clear' });
    await desk.deliver(desk.toDelivery(referenceOf(id), 'forged'));
    expect(await desk.get(id)).toMatchObject({ status: 'completed', outcome: 'flagged' });
  });

  test('a job that runs twice asks once', async () => {
    desk = await openHostedDesk();
    const screeningId = await desk.untilWaiting();
    await desk.store.transaction((rows) =>
      rows.jobs.enqueue({ kind: 'run-checks', payload: { propertyId, screeningId }, urgency: 0, runAt: desk.now() }),
    );
    await desk.runJobs();
    expect(desk.vendor.requests).toHaveLength(1);
  });

  test('nor are the other checks asked again, where there is no page to wait for', async () => {
    let asked = 0;
    const counting = { ...clearCheck, check: () => Promise.resolve({ ...clear, note: String((asked += 1)) }) };
    desk = await openHostedDesk({ others: [counting] });
    desk.vendor.answer = () => ({ body: { id: 'S1' } });
    const screeningId = await desk.untilWaiting();
    await desk.store.transaction((rows) =>
      rows.jobs.enqueue({ kind: 'run-checks', payload: { propertyId, screeningId }, urgency: 0, runAt: desk.now() }),
    );
    await desk.runJobs();
    expect(asked).toBe(1);
  });

  test('a changed booking takes the open question over, and the guest need not begin anew', async () => {
    desk = await openHostedDesk();
    const first = await desk.untilWaiting();
    const second = await desk.screen('G1', { departsOn: '2026-11-30' });
    await desk.runJobs();
    expect(desk.vendor.requests).toHaveLength(1);
    await desk.deliver(desk.toDelivery(referenceOf(first), 'verified'));
    expect((await desk.get(first)).status).toBe('stopped');
    expect(await desk.get(second)).toMatchObject({ status: 'completed', outcome: 'clear' });
  });

  test('an answer between two screenings of a guest reaches the second', async () => {
    desk = await openHostedDesk();
    const first = await desk.untilWaiting();
    const second = await desk.screen('G1', { departsOn: '2026-11-30' });
    await desk.deliver(desk.toDelivery(referenceOf(first), 'forged'));
    await desk.runJobs();
    expect(desk.vendor.requests).toHaveLength(1);
    expect(await desk.get(second)).toMatchObject({ status: 'completed', outcome: 'flagged' });
  });

  test('another guest with the same name is another question', async () => {
    desk = await openHostedDesk();
    await desk.untilWaiting('G1');
    await desk.untilWaiting('G2');
    expect(desk.vendor.requests).toHaveLength(2);
  });

  test('what the database holds names neither the guest nor the vendor’s reference', async () => {
    desk = await openHostedDesk();
    const id = await desk.untilWaiting();
    const pending = await desk.store.read((rows) =>
      rows.pendingChecks.findByReference({ propertyId, providerId: 'hosted', reference: referenceOf(id) }),
    );
    expect(pending).toMatchObject({ screeningId: id, state: 'pending', reference: referenceOf(id) });
    expect(desk.lines.join('\n')).not.toMatch(/Zyxanna|Qwortzel|S-/);
  });
});

describe('polling', () => {
  const polled = { later: { overdueAfterMs: 3_600_000, pollEveryMs: 60_000 } };

  test('asks again and again until there is an answer, and then no more', async () => {
    desk = await openHostedDesk({ manifest: polled });
    const id = await desk.untilWaiting();
    desk.vendor.answer = () => ({ body: { state: 'open' } });
    for (let round = 0; round < 3; round += 1) {
      desk.pass(60_000);
      await desk.runJobs();
    }
    expect(desk.vendor.requests.filter(({ method }) => method === 'GET')).toHaveLength(3);
    desk.vendor.answer = () => ({ body: { state: 'verified' } });
    desk.pass(60_000);
    await desk.runJobs();
    expect(await desk.get(id)).toMatchObject({ status: 'completed', outcome: 'clear' });
    expect(await desk.hasJob('poll-check')).toBe(false);
  });

  test('a page that has moved is shown where it is now, to the next screening too', async () => {
    desk = await openHostedDesk({ manifest: polled });
    const id = await desk.untilWaiting();
    const moved = 'https://vendor.example/start/2';
    desk.vendor.answer = () => ({ body: { state: 'open', page: moved } });
    desk.pass(60_000);
    await desk.runJobs();
    expect(await desk.get(id)).toMatchObject({ status: 'waiting_for_guest', findings: [{ guestUrl: moved }] });
    const next = await desk.screen('G1', { departsOn: '2026-11-30' });
    await desk.runJobs();
    expect((await desk.get(next)).findings).toMatchObject([{ result: 'pending', guestUrl: moved }]);
  });

  test('a vendor that is away is asked again later', async () => {
    desk = await openHostedDesk({ manifest: polled });
    const id = await desk.untilWaiting();
    desk.vendor.answer = () => ({ status: 503 });
    desk.pass(60_000);
    expect(await desk.runJobs()).toEqual([]);
    expect((await desk.get(id)).status).toBe('waiting_for_guest');
    expect(await desk.hasJob('poll-check')).toBe(true);
  });

  test('ends when the answer is overdue', async () => {
    desk = await openHostedDesk({ manifest: polled });
    await desk.untilWaiting();
    desk.vendor.answer = () => ({ body: { state: 'open' } });
    desk.pass(3_599_999);
    await desk.runJobs();
    expect(await desk.hasJob('poll-check')).toBe(false);
  });
});

describe('an overdue answer', () => {
  test('becomes unavailable, fails the screening and raises an alert', async () => {
    desk = await openHostedDesk();
    const id = await desk.untilWaiting();
    desk.pass(3_600_000);
    await desk.runJobs();
    expect(await desk.get(id)).toMatchObject({
      status: 'failed',
      findings: [{ result: 'unavailable', reasons: [{ code: 'check.overdue' }] }],
    });
    expect(desk.lines.some((line) => line.startsWith('check.overdue') && line.includes(id))).toBe(true);
    expect(desk.counted).toContain('checks_overdue hosted');
  });

  test('that comes after all still counts', async () => {
    desk = await openHostedDesk();
    const id = await desk.untilWaiting();
    desk.pass(3_600_000);
    await desk.runJobs();
    await desk.deliver(desk.toDelivery(referenceOf(id), 'verified'));
    expect(await desk.get(id)).toMatchObject({ status: 'completed', outcome: 'clear' });
  });

  test('that was answered in time raises nothing', async () => {
    desk = await openHostedDesk();
    const id = await desk.untilWaiting();
    await desk.deliver(desk.toDelivery(referenceOf(id), 'verified'));
    desk.pass(3_600_000);
    await desk.runJobs();
    expect((await desk.get(id)).status).toBe('completed');
    expect(desk.counted).not.toContain('checks_overdue hosted');
  });
});

describe('a guest who is forgotten while the vendor is asked', () => {
  test('has the session redacted that nobody will ever see', async () => {
    const redacted: string[] = [];
    desk = await openHostedDesk({ redact: (reference) => Promise.resolve(void redacted.push(reference)) });
    const id = await desk.screen('G1');
    const { answer } = desk.vendor;
    desk.vendor.answer = async (request) => {
      await desk.store.transaction((rows) => rows.subjects.forgetGuest(propertyId, 'G1'));
      return answer(request);
    };
    await desk.runJobs();
    expect(redacted).toEqual([referenceOf(id)]);
  });
});

describe('reuse', () => {
  const reusing = { reuseMs: 86_400_000 };

  test('an answer stands for the guest’s next screening, which says so', async () => {
    desk = await openHostedDesk({ manifest: reusing });
    const first = await desk.untilWaiting();
    await desk.deliver(desk.toDelivery(referenceOf(first), 'verified'));
    const answeredAt = desk.now();
    desk.pass(60_000);
    const second = await desk.untilWaiting();
    expect(desk.vendor.requests).toHaveLength(1);
    expect(await desk.get(second)).toMatchObject({
      status: 'completed',
      findings: [{ result: 'clear', reusedFrom: answeredAt, checkedAt: desk.now() }],
    });
  });

  test('not for longer than the manifest says', async () => {
    desk = await openHostedDesk({ manifest: reusing });
    await desk.deliver(desk.toDelivery(referenceOf(await desk.untilWaiting()), 'verified'));
    desk.pass(86_400_001);
    expect((await desk.get(await desk.untilWaiting())).status).toBe('waiting_for_guest');
  });

  test('nor after it was withdrawn', async () => {
    desk = await openHostedDesk({ manifest: reusing });
    await desk.deliver(desk.toDelivery(referenceOf(await desk.untilWaiting()), 'verified'));
    await desk.store.transaction((rows) => rows.keptAnswers.withdraw({ propertyId, guestId: 'G1' }, 'hosted'));
    expect((await desk.get(await desk.untilWaiting())).status).toBe('waiting_for_guest');
  });

  test('nor after the guest was forgotten, whose open questions go too', async () => {
    desk = await openHostedDesk({ manifest: reusing });
    const id = await desk.untilWaiting();
    await desk.deliver(desk.toDelivery(referenceOf(id), 'verified'));
    await desk.store.transaction((rows) => rows.subjects.forgetGuest(propertyId, 'G1'));
    const reference = { propertyId, providerId: 'hosted', reference: referenceOf(id) };
    const question = await desk.store.read((rows) => rows.pendingChecks.findByReference(reference));
    expect(question).toMatchObject({ state: 'redacting', questionKey: '' });
    await desk.screen('G1');
    await desk.runJobs();
    expect(desk.vendor.requests).toHaveLength(2);
  });
});
