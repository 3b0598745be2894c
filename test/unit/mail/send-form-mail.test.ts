import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { at } from '../../contract/store-fixtures.ts';
import { type MailDesk, openMailDesk } from '../../support/mail-desk.ts';

const hour = 60;

describe('writing to a guest about a form', () => {
  let desk: MailDesk;

  beforeEach(async () => {
    desk = await openMailDesk();
  });

  afterEach(() => desk.close());

  const listKinds = async () => (await desk.store.read((rows) => rows.mails.list('f1'))).map(({ kind }) => kind);

  /** So many hours after noon on the 23rd, which is noon in Lisbon too. */
  async function workAt(hours: number): Promise<readonly unknown[]> {
    desk.now = at(hours * hour);
    return desk.work();
  }

  it('sends the link, and records that on the timeline', async () => {
    const subject = await desk.invite();
    expect(await desk.work()).toEqual([]);
    const [caught] = desk.server.caught;
    expect(caught?.recipients).toEqual(['ana.fontes@example.com']);
    expect(caught?.parsed.text).toMatch(/https:\/\/screening\.example\/form\/[\w-]{43}/);
    expect(caught?.parsed.messageId).toBe('<invitation.1.f1@hotel.example>');
    expect(await desk.listEvents(subject)).toContain('mail_sent');
  });

  it('reminds as often as configured, by day and a while apart, and then no more', async () => {
    await desk.invite();
    await desk.work();
    await workAt(47);
    expect(desk.server.caught).toHaveLength(1);
    await workAt(48);
    await workAt(96);
    await workAt(144);
    await workAt(168);
    expect(await listKinds()).toEqual(['invitation', 'reminder', 'reminder']);
    expect(new Set(desk.server.caught.map(({ parsed }) => parsed.messageId)).size).toBe(3);
  });

  it.each(['submitted', 'closed'] as const)('reminds nobody whose form is %s', async (state) => {
    await desk.invite();
    await desk.work();
    await desk.store.transaction((rows) => rows.forms.save('f1', { state, submittedAt: at(hour) }));
    await workAt(48);
    expect(await listKinds()).toEqual(['invitation']);
  });

  it('reminds nobody whose stay is cancelled', async () => {
    const subject = await desk.invite();
    await desk.work();
    await desk.store.transaction((rows) => rows.subjects.setInactive(subject));
    await workAt(48);
    expect(await listKinds()).toEqual(['invitation']);
  });

  it('reminds nobody who wants no more mails, and says so on the timeline once', async () => {
    const subject = await desk.invite();
    await desk.work();
    await desk.stopMails.stop(desk.stopToken());
    await desk.stopMails.stop(desk.stopToken());
    await workAt(48);
    expect(await listKinds()).toEqual(['invitation']);
    expect((await desk.listEvents(subject)).filter((event) => event === 'mail_stopped')).toHaveLength(1);
    expect(desk.logged.at(-1)).toContain('"why":"unsubscribed"');
  });

  it('reminds nobody who has arrived', async () => {
    await desk.invite('invitation', { fields: { arrivesOn: '2026-11-24', departsOn: '2026-12-01' } });
    await desk.work();
    await workAt(48);
    expect(await listKinds()).toEqual(['invitation']);
  });

  it('writes to the relay address of a booking site as to any other', async () => {
    await desk.invite('invitation', { fields: { email: 'afontes.1234@guest.booking.com' } });
    await desk.work();
    expect(desk.server.caught[0]?.recipients).toEqual(['afontes.1234@guest.booking.com']);
  });

  it('writes to the address that the guest gave in the form before that of the PMS', async () => {
    await desk.invite();
    const content = { answers: { email: 'ana@fontes.example' } };
    await desk.store.transaction(async (rows) => {
      const form = await rows.forms.get('f1');
      await rows.forms.save('f1', { content: { ...form.content, ...content } });
    });
    await desk.work();
    expect(desk.server.caught[0]?.recipients).toEqual(['ana@fontes.example']);
  });

  it('writes to nobody without an address', async () => {
    await desk.invite('invitation', { fields: { email: ' ' } });
    expect(await desk.work()).toEqual([]);
    expect(desk.logged.at(-1)).toContain('"why":"no_address"');
  });

  it('lets no header in by a name or an address', async () => {
    const bad = 'Ana\r\nBcc: everybody@example.org';
    await desk.invite('invitation', { fields: { firstName: bad, lastName: bad } });
    await desk.work();
    expect(desk.server.caught[0]?.recipients).toEqual(['ana.fontes@example.com']);
    expect(desk.server.caught[0]?.parsed.headers.has('bcc')).toBe(false);
  });

  it.each([450, 451])('tries again what the server answers with %d, and counts it once', async (status) => {
    await desk.invite();
    desk.server.refuseNext({ status });
    expect(await desk.work()).toMatchObject([{ code: 'mail_deferred' }]);
    expect(await listKinds()).toEqual([]);
    expect(await desk.work()).toEqual([]);
    expect(desk.server.caught).toHaveLength(1);
    expect(await listKinds()).toEqual(['invitation']);
  });

  it('shows staff what the server refuses, and can be tried again', async () => {
    const subject = await desk.invite();
    desk.server.refuseNext({ status: 550 });
    expect(await desk.work()).toMatchObject([{ code: 'mail_refused' }]);
    expect(await desk.listEvents(subject)).toContain('mail_refused');
    await workAt(49);
    expect(await desk.store.read((rows) => rows.mails.list('f1'))).toMatchObject([
      { kind: 'invitation', state: 'sent' },
    ]);
  });

  it('killed between sending and record, sends the same message again and counts it once', async () => {
    await desk.invite();
    desk.diesBeforeRecord = true;
    expect(await desk.work()).toMatchObject([{ message: 'killed' }]);
    desk.diesBeforeRecord = false;
    await desk.work();
    await desk.work();
    expect(desk.server.caught).toHaveLength(2);
    expect(new Set(desk.server.caught.map(({ parsed }) => parsed.messageId)).size).toBe(1);
    expect(await listKinds()).toEqual(['invitation']);
  });

  it('thanks once where the property wishes', async () => {
    desk.settings = { ...desk.settings, mail: { invitations: true, thanks: true } };
    await desk.invite('thanks');
    await desk.store.transaction((rows) => rows.forms.save('f1', { state: 'submitted', submittedAt: at(0) }));
    await desk.work();
    expect(await listKinds()).toEqual(['thanks']);
    expect(desk.server.caught[0]?.parsed.subject).toBe('Hotel Miradouro: thank you for your details');
  });

  it('sends the link once more where staff want it, and counts the next reminder from then', async () => {
    const subject = await desk.invite();
    await desk.work();
    await desk.ask('again');
    expect(await workAt(24)).toEqual([]);
    expect(desk.server.caught[1]?.parsed).toMatchObject({
      subject: 'Hotel Miradouro: the link to your form',
      messageId: '<again.1.f1@hotel.example>',
    });
    expect((await desk.listEvents(subject)).filter((event) => event === 'mail_sent')).toHaveLength(2);
    await workAt(49);
    expect(await listKinds()).toEqual(['invitation', 'again']);
    await workAt(73);
    expect(await listKinds()).toEqual(['invitation', 'again', 'reminder']);
  });

  it('sends nothing once more to whom a mail went meanwhile', async () => {
    await desk.invite();
    await desk.ask('again');
    await desk.work();
    await workAt(1);
    expect(desk.server.caught).toHaveLength(1);
  });

  it('writes to a companion at the address that the booker gave, by the name that the booker used', async () => {
    await desk.invite();
    await desk.addCompanion({ invitedAs: 'Per', invitedEmail: 'per@friend.example' });
    await desk.work();
    const [, caught] = desk.server.caught;
    expect(caught?.recipients).toEqual(['per@friend.example']);
    expect(caught?.parsed.text).toMatch(/^Dear Per,\n\nAna Fontes has booked a stay/);
    desk.now = at(48 * hour);
    await desk.work();
    const reminded = desk.server.caught.filter(({ parsed }) => parsed.messageId === '<reminder.1.f2@hotel.example>');
    expect(reminded.map(({ recipients }) => recipients)).toEqual([['per@friend.example']]);
  });

  it('logs ids and no person', async () => {
    await desk.invite();
    await desk.work();
    expect(desk.logged.join()).not.toMatch(/fontes|ana/i);
    expect(desk.logged).toEqual(['mail.sent {"formId":"f1","kind":"invitation","no":1}']);
  });
});

describe('the way out of mails', () => {
  let desk: MailDesk;

  beforeEach(async () => {
    desk = await openMailDesk();
  });

  afterEach(() => desk.close());

  it('shows the property, and whether it was gone already', async () => {
    await desk.invite();
    expect(await desk.stopMails.find(desk.stopToken())).toEqual({ propertyName: 'Hotel Miradouro', isStopped: false });
    await desk.stopMails.stop(desk.stopToken());
    expect(await desk.stopMails.find(desk.stopToken())).toMatchObject({ isStopped: true });
  });

  it.each(['f1', 'f1.', `f1.${'A'.repeat(43)}`, '../f1', 'x'.repeat(5_000)])('knows nothing of %j', async (token) => {
    await desk.invite();
    expect(await desk.stopMails.stop(token)).toBeUndefined();
    expect(await desk.store.read((rows) => rows.mails.findStop('f1'))).toBeUndefined();
  });
});
