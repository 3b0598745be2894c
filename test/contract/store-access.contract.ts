import { describe, expect, test } from '@jest/globals';
import type { AuditEntry } from '../../src/ports/access-memory.ts';
import type { Rows } from '../../src/ports/store.ts';
import type { Session, User } from '../../src/ports/users.ts';
import { at, noon, type StoreUnderTest } from './store-fixtures.ts';

const user: User = {
  id: 'u1',
  email: 'ana@example.com',
  name: 'Ana',
  state: 'active',
  grants: [{ propertyId: 'P1', role: 'desk' }],
  oidcSubject: 'https://issuer ana',
  createdAt: noon,
  createdBy: 'admin',
};

const session: Session = {
  id: 's1',
  userId: 'u1',
  stage: 'full',
  startedAt: noon,
  lastSeenAt: noon,
  expiresAt: at(60),
};

const entry: AuditEntry = {
  at: noon,
  action: 'rescreen',
  actor: { kind: 'user', id: 'u1', name: 'Ana' },
  propertyId: 'P1',
};

/** What the store promises of those who work here. */
export function describeAccess(under: StoreUnderTest): void {
  const write = <Result>(work: (rows: Rows) => Promise<Result>) => under.store.transaction(work);
  const read = <Result>(work: (rows: Rows) => Promise<Result>) => under.store.read(work);

  describe('users', () => {
    test('are found by id, by address in any case and by subject', async () => {
      await write(({ users }) => users.add(user));
      expect(await read(({ users }) => users.find('u1'))).toEqual(user);
      expect(await read(({ users }) => users.findByEmail('ANA@Example.com'))).toEqual(user);
      expect(await read(({ users }) => users.findByOidcSubject('https://issuer ana'))).toEqual(user);
      expect(await read(({ users }) => users.findByOidcSubject('https://other ana'))).toBeUndefined();
    });

    test('share neither address nor subject, and are not saved where they are not', async () => {
      await write(({ users }) => users.add(user));
      const taken = { code: 'user_exists' };
      const other: User = { ...user, id: 'u2', email: 'rosa@example.com', oidcSubject: 'https://issuer rosa' };
      await expect(write(({ users }) => users.add({ ...other, email: 'ANA@example.com' }))).rejects.toMatchObject(
        taken,
      );
      const { oidcSubject = '' } = user;
      await expect(write(({ users }) => users.add({ ...other, oidcSubject }))).rejects.toMatchObject(taken);
      await expect(write(({ users }) => users.save(other))).rejects.toMatchObject({ code: 'user_unknown' });
      await write(({ users }) => users.add(other));
      await expect(write(({ users }) => users.save({ ...other, email: user.email }))).rejects.toMatchObject(taken);
      await write(({ users }) => users.save({ ...other, name: 'Rosa' }));
      expect(await read(({ users }) => users.get('u2'))).toMatchObject({ name: 'Rosa' });
    });

    test('are listed newest first, and go with their sessions and links', async () => {
      await write(async (rows) => {
        for (const id of ['u1', 'u2', 'u3'])
          await rows.users.add({ ...user, id, email: `${id}@x.org`, oidcSubject: id });
        await rows.sessions.add(session, 'secret');
        await rows.signInLinks.add({ id: 'l1', userId: 'u1', purpose: 'invitation', expiresAt: at(60) });
      });
      const list = (afterNo?: number) =>
        read(({ users }) => users.list({ limit: 2, ...(afterNo !== undefined && { afterNo }) }));
      const first = await list();
      expect(first.map(({ item }) => item.id)).toEqual(['u3', 'u2']);
      await write(({ users }) => users.remove('u2'));
      expect((await list(first[1]?.no)).map(({ item }) => item.id)).toEqual(['u1']);
      expect(await write(({ users }) => users.remove('u1'))).toBe(true);
      expect(await write(({ users }) => users.remove('u1'))).toBe(false);
      expect(await read(({ sessions }) => sessions.findBySecret('secret'))).toBeUndefined();
      expect(await read(({ signInLinks }) => signInLinks.find('l1'))).toBeUndefined();
    });
  });

  describe('sessions', () => {
    test('are found by their secret alone, as they were last seen', async () => {
      await write(({ sessions }) => sessions.add({ ...session, userAgent: 'Browser' }, 'secret'));
      await write(({ sessions }) => sessions.noteSeen('s1', at(5)));
      const found = await read(({ sessions }) => sessions.findBySecret('secret'));
      expect(found).toEqual({ ...session, userAgent: 'Browser', lastSeenAt: at(5) });
      expect(await read(({ sessions }) => sessions.findBySecret('s1'))).toBeUndefined();
    });

    test('of one user end together, but for one', async () => {
      await write(async ({ sessions }) => {
        await sessions.add(session, 'a');
        await sessions.add({ ...session, id: 's2' }, 'b');
        await sessions.add({ ...session, id: 's3', userId: 'u2' }, 'c');
        await sessions.removeOfUser('u1', 's2');
      });
      const ids = (userId: string) => read(({ sessions }) => sessions.listOfUser(userId));
      expect((await ids('u1')).map(({ id }) => id)).toEqual(['s2']);
      expect(await ids('u2')).toHaveLength(1);
    });
  });

  describe('tokens', () => {
    const token = { id: 't1', name: 'Doors', scope: 'read' as const, propertyIds: ['P1'], createdAt: noon };
    const whole = { ...token, createdBy: 'admin', expiresAt: at(60) };

    test('are found by their secret alone, until they are removed', async () => {
      await write(({ tokens }) => tokens.add(whole, 'secret'));
      await write(({ tokens }) => tokens.noteUsed('t1', at(1)));
      expect(await read(({ tokens }) => tokens.findBySecret('secret'))).toEqual({ ...whole, lastUsedAt: at(1) });
      expect(await read(({ tokens }) => tokens.findBySecret('other'))).toBeUndefined();
      expect(await write(({ tokens }) => tokens.remove('t1'))).toBe(true);
      expect(await read(({ tokens }) => tokens.find('t1'))).toBeUndefined();
    });

    test('are listed newest first, also after one that is gone meanwhile', async () => {
      for (const id of ['t1', 't2', 't3']) await write(({ tokens }) => tokens.add({ ...whole, id }, id));
      const first = await read(({ tokens }) => tokens.list({ limit: 2 }));
      expect(first.map(({ item }) => item.id)).toEqual(['t3', 't2']);
      await write(({ tokens }) => tokens.remove('t2'));
      const afterNo = first[1]?.no ?? 0;
      const second = await read(({ tokens }) => tokens.list({ limit: 2, afterNo }));
      expect(second.map(({ item }) => item.id)).toEqual(['t1']);
    });
  });

  describe('the audit log', () => {
    test('is newest first, narrowed by each filter, page by page', async () => {
      await write(async ({ audit }) => {
        await audit.add(entry);
        await audit.add({ ...entry, at: at(1), propertyId: 'P2', objectId: 'o', address: '192.0.2.1' });
        await audit.add({ at: at(2), action: 'signedIn', actor: entry.actor });
      });
      const list = (query: object) => read(({ audit }) => audit.list({ limit: 10, ...query }));
      const [newest, second, oldest] = await list({});
      expect(newest).toMatchObject({ at: at(2), action: 'signedIn', actor: entry.actor });
      expect(second).toMatchObject({ propertyId: 'P2', objectId: 'o', address: '192.0.2.1' });
      expect(oldest).toEqual({ ...entry, id: oldest?.id });
      expect(await list({ propertyIds: ['P1'] })).toEqual([oldest]);
      expect(await list({ propertyIds: [] })).toEqual([]);
      expect(await list({ action: 'signedIn' })).toEqual([newest]);
      expect(await list({ actorId: 'nobody' })).toEqual([]);
      expect(await list({ from: at(1), to: at(2) })).toEqual([second]);
      expect(await list({ after: second?.id })).toEqual([oldest]);
    });
  });

  describe('what passes', () => {
    test('is replaced by key, taken once, and removed when it has ended', async () => {
      await write(async ({ throttles, keptRequests, oidcFlows }) => {
        await throttles.save('k', { failures: 1, lastAt: noon });
        await throttles.save('k', { failures: 2, lastAt: noon, lockedUntil: at(1) });
        await keptRequests.add({ key: 'r', fingerprint: keptRequests.toFingerprint('x'), startedAt: noon });
        await keptRequests.saveAnswer('r', { status: 201, body: { a: 1 } });
        await oidcFlows.add({ state: 's', nonce: 'n', codeVerifier: 'v', expiresAt: at(10) });
      });
      expect(await read(({ throttles }) => throttles.find('k'))).toEqual({
        failures: 2,
        lastAt: noon,
        lockedUntil: at(1),
      });
      expect(await read(({ keptRequests }) => keptRequests.find('r'))).toMatchObject({ answer: { status: 201 } });
      expect(await write(({ oidcFlows }) => oidcFlows.take('s'))).toMatchObject({ nonce: 'n', codeVerifier: 'v' });
      expect(await write(({ oidcFlows }) => oidcFlows.take('s'))).toBeUndefined();
      const times = { now: at(1), requestsBefore: at(1), triesBefore: at(1) };
      await write(({ accessLeftovers }) => accessLeftovers.removeExpired(times));
      expect(await read(({ throttles }) => throttles.find('k'))).toBeUndefined();
      expect(await read(({ keptRequests }) => keptRequests.find('r'))).toBeUndefined();
    });
  });
}
