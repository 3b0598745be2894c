import { describe, expect, it } from '@jest/globals';
import { formMailKinds } from '../../../src/domain/mail/mail-kinds.ts';
import { languages, toDirection } from '../../../src/i18n/languages.ts';
import { textsFor } from '../../../src/i18n/texts.ts';
import { mailWriter } from '../../../src/mail/mail-writer.ts';
import type { FormMailFacts, StaffMail } from '../../../src/ports/mail.ts';

const facts: FormMailFacts = {
  kind: 'invitation',
  key: 'invitation.1.f-1',
  to: 'ingrid.solheim@post.example',
  firstName: 'Ingrid',
  lastName: 'Solheim',
  property: { name: 'Hotel Miradouro', colour: '#1a4f8b' },
  reservationId: 'R-77',
  arrivesOn: '2026-11-28',
  departsOn: '2026-12-01',
  secret: 'none',
  language: { asked: 'en' },
  formUrl: 'https://screening.example/form/secret-of-the-link',
  stopUrl: 'https://screening.example/mail/stop/f-1.abc',
};
const staff: StaffMail = {
  to: 'olga@hotel.example',
  language: 'en',
  propertyNames: ['Hotel Miradouro', 'Hotel Alfama'],
  url: 'https://screening.example/invitation/secret',
  expiresAt: '2026-11-30T10:00:00.000Z',
  timeZone: 'Europe/Lisbon',
};

describe('a mail about a form', () => {
  it('says who writes, when the guest comes and where the form is, in words and in markup', () => {
    const mail = mailWriter.toFormMail(facts);
    expect(mail).toMatchObject({
      to: facts.to,
      fromName: 'Hotel Miradouro',
      language: 'en',
      subject: 'Hotel Miradouro: a few details before you arrive',
      key: facts.key,
      stopUrl: facts.stopUrl,
    });
    for (const part of [mail.text, mail.html]) {
      expect(part).toContain('Dear Ingrid Solheim,');
      expect(part).toContain('Saturday, 28 November 2026');
      expect(part).toContain(facts.formUrl);
      expect(part).toContain(facts.stopUrl);
      expect(part).toContain('R-77');
    }
  });

  it.each(languages.flatMap((language) => formMailKinds.map((kind) => [language, kind] as const)))(
    'is whole in %s as %s',
    (language, kind) => {
      const mail = mailWriter.toFormMail({ ...facts, kind, bookerName: 'Anna', language: { asked: language } });
      const button = textsFor(language, 'mail')(`${kind}.button`);
      expect(mail.language).toBe(language);
      expect(mail.html).toContain(`lang="${language}" dir="${toDirection(language)}"`);
      for (const part of [mail.text, mail.html]) {
        expect(part).toContain(button);
        expect(part).not.toMatch(/\{\{|undefined|\[object/);
      }
    },
  );

  it('is written in the language of the country of a guest who chose none', () => {
    expect(mailWriter.toFormMail({ ...facts, language: { guestCountry: 'BR', fallback: 'de' } }).language).toBe('pt');
    expect(mailWriter.toFormMail({ ...facts, language: { guestCountry: 'NO', fallback: 'de' } }).language).toBe('de');
  });

  it('keeps names in Latin letters apart in a text from right to left', () => {
    const { text } = mailWriter.toFormMail({ ...facts, language: { asked: 'ar' } });
    expect(text).toContain('\u2068Ingrid Solheim\u2069');
  });

  it.each(languages)('does not tell in %s the arrival date that opens the form', (language) => {
    const mail = mailWriter.toFormMail({ ...facts, secret: 'arrival_date', language: { asked: language } });
    expect(`${mail.subject}${mail.text}${mail.html}`).not.toMatch(/2026/);
  });

  it.each(['invitation', 'companion'] as const)('does not tell the last name that opens the form, as %s', (kind) => {
    const mail = mailWriter.toFormMail({ ...facts, kind, bookerName: 'Erik Solheim', secret: 'last_name' });
    expect(`${mail.subject}${mail.text}${mail.html}`).not.toContain('Solheim');
  });

  it('escapes what strangers wrote', () => {
    const property = { name: '<img src=x> "Hotel" & Co', colour: 'red;}</style><script>' };
    const mail = mailWriter.toFormMail({ ...facts, property, reservationId: '<b>R</b>' });
    expect(mail.html).not.toMatch(/<img|<b>R|<script/);
    expect(mail.html).toContain('&lt;img src=x&gt; &quot;Hotel&quot; &amp; Co');
  });

  it('carries no advertisement that somebody booked as a name', () => {
    const mail = mailWriter.toFormMail({ ...facts, firstName: 'Win money at', lastName: 'https://evil.example' });
    expect(mail.text).toMatch(/^Hello,/);
    expect(mail.text + mail.html).not.toContain('evil');
  });

  it('has one line as its subject, whatever the property is called', () => {
    const { subject } = mailWriter.toFormMail({ ...facts, property: { name: 'Hotel\r\nBcc: all@example.org' } });
    expect(subject).toBe('Hotel Bcc: all@example.org: a few details before you arrive');
  });

  it('loads nothing from anywhere, and has a dark theme', () => {
    const { html } = mailWriter.toFormMail(facts);
    expect(html).not.toMatch(/<img|<link|<script|url\(|@import/);
    expect(html).toContain('prefers-color-scheme:dark');
  });
});

describe('a mail to one of the staff', () => {
  it.each(languages)('is whole in %s', (language) => {
    for (const kind of ['user_invitation', 'password_reset'] as const) {
      const mail = mailWriter.toStaffMail(kind, 'key', { ...staff, language });
      expect(mail.text).toContain('Hotel Alfama');
      expect(mail.text).toContain(staff.url);
      expect(`${mail.text}${mail.html}`).not.toMatch(/\{\{|undefined/);
      expect(mail.stopUrl).toBeUndefined();
    }
  });

  it('says until when, on the clocks of the hotel', () => {
    expect(mailWriter.toStaffMail('password_reset', 'key', staff).text).toContain('30 Nov 2026, 10:00');
    const later = { ...staff, timeZone: 'Asia/Tokyo' };
    expect(mailWriter.toStaffMail('password_reset', 'key', later).text).toContain('30 Nov 2026, 19:00');
  });

  it('does without the names of properties where access is to all', () => {
    const { text } = mailWriter.toStaffMail('user_invitation', 'key', { ...staff, propertyNames: [] });
    expect(text).toContain('You are invited to guest screening. Choose a password to begin.');
  });
});
