import { describe, expect, test } from '@jest/globals';
import { contact, createContact } from '../../../providers/contact/check.ts';
import type { NameServer } from '../../../providers/contact/mail-servers.ts';
import type { CheckAnswer } from '../../../src/domain/finding.ts';
import { relayDomains } from '../../../src/domain/relay-emails.ts';
import type { CheckContext, DeclaredFields } from '../../../src/ports/check-provider.ts';
import { toCheckContext } from '../providers/check-context.ts';

const guest: DeclaredFields = { email: 'ada.moreau@hotel-guest.example', phone: '+49 171 2345678', country: 'DE' };

function ask(fields: DeclaredFields, changes: Partial<CheckContext> = {}): Promise<CheckAnswer> {
  return contact.check(fields, toCheckContext(contact.manifest, changes));
}

const toCodes = ({ reasons }: CheckAnswer): string[] => reasons.map(({ code }) => code);

test('says nothing about a guest who can be reached, or who left nothing', async () => {
  expect(await ask(guest)).toEqual({ result: 'clear', reasons: [] });
  expect(await ask({})).toEqual({ result: 'clear', reasons: [] });
  expect(await ask({ email: ' ', phone: '-', cellPhone: 'n/a' })).toEqual({ result: 'clear', reasons: [] });
});

describe('e-mail addresses', () => {
  test.each(['ada@mailinator.com', 'Ada@YOPMAIL.com', 'ada@in.mailinator.com', ' ada@guerrillamail.com '])(
    '“%s” is thrown away within the hour: likely',
    async (email) => {
      const answer = await ask({ ...guest, email });
      expect(answer).toMatchObject({ result: 'match', strength: 'likely', note: 'disposable e-mail' });
      expect(toCodes(answer)).toEqual(['contact.disposable_email']);
    },
  );

  test.each(relayDomains.flatMap((domain) => [`ada.123@${domain}`, `ada@eu.${domain}`]))(
    '“%s” is a booking site’s, and told as such, never as disposable',
    async (email) => {
      const answer = await ask({ ...guest, email });
      expect(answer.result).toBe('clear');
      expect(toCodes(answer)).toEqual(['contact.relay_email']);
    },
  );

  test.each(['ada@duck.com', 'ada@privaterelay.appleid.com', 'ada@mozmail.com', 'ada@gmail.com', 'ada@qq.com'])(
    '“%s” is somebody’s own, or protects it: nothing to say',
    async (email) => {
      expect(await ask({ ...guest, email })).toEqual({ result: 'clear', reasons: [] });
    },
  );

  test.each([
    'ada',
    'ada@',
    '@example.com',
    'ada@localhost',
    'ada@example..com',
    '.ada@example.com',
    'ada..m@example.com',
    'ada moreau@example.com',
    'ada@exa mple.com',
    'ada@-example.com',
    'ada@192.168.0.1',
    'ada@example.com, bob@example.com',
    `${'a'.repeat(65)}@example.com`,
    `ada@${'a'.repeat(64)}.com`,
    `ada@${'abc.'.repeat(70)}com`,
  ])('“%s” is none: possible', async (email) => {
    const answer = await ask({ ...guest, email });
    expect(answer).toMatchObject({ result: 'match', strength: 'possible', note: 'malformed e-mail' });
    expect(toCodes(answer)).toEqual(['contact.email_malformed']);
  });

  test.each([
    'a@b.co',
    "o'hara+hotel@example.com",
    'ada_m.1985@sub.example.co.uk',
    '"ada moreau"@example.com',
    'jürgen@münchen.example',
    '李@例え.jp',
    'ada@xn--mnchen-3ya.de',
  ])('“%s” is one', async (email) => {
    expect(await ask({ ...guest, email })).toEqual({ result: 'clear', reasons: [] });
  });
});

describe('phone numbers', () => {
  test.each([
    { phone: '0171 2345678', country: 'DE', phoneCountry: undefined },
    { phone: '0171 2345678', country: undefined, phoneCountry: 'DE' },
    { phone: '0171 2345678', country: 'FR', phoneCountry: 'DE' },
    { phone: '0049 171 2345678', country: undefined, phoneCountry: undefined },
    { phone: '+351 912 345 678', country: 'PT', phoneCountry: 'DE' },
  ])('$phone, guest of $country, hotel in $phoneCountry: can be dialled', async ({ phone, country, phoneCountry }) => {
    const answer = await ask({ phone, ...(country === undefined ? {} : { country }) }, { phoneCountry });
    expect(answer.result).toBe('clear');
    expect(toCodes(answer)).not.toContain('contact.phone_invalid');
  });

  test.each(['12', '+49 12', '+999 123456789', '0000000000', 'call my wife', '4111 1111 1111 1111'])(
    '“%s” cannot be dialled: possible',
    async (phone) => {
      const answer = await ask({ ...guest, phone });
      expect(answer).toMatchObject({ result: 'match', strength: 'possible', note: 'invalid phone' });
      expect(toCodes(answer)).toEqual(['contact.phone_invalid']);
    },
  );

  test('one that cannot be dialled is only told where another can', async () => {
    const answer = await ask({ ...guest, cellPhone: '+49 12' });
    expect(answer.result).toBe('clear');
    expect(toCodes(answer)).toEqual(['contact.one_phone_invalid']);
  });

  test('without a prefix and without a country, nothing is said', async () => {
    const answer = await ask({ phone: '0171 2345678' }, { phoneCountry: undefined });
    expect(answer).toEqual({ result: 'clear', reasons: [] });
  });

  test('another country than the guest’s is told and never decides', async () => {
    const answer = await ask({ ...guest, country: 'BR' });
    expect(answer.result).toBe('clear');
    expect(answer.strength).toBeUndefined();
    expect(toCodes(answer)).toEqual(['contact.phone_country_differs']);
  });
});

test('what weighs most decides, and everything is told', async () => {
  const answer = await ask({ email: 'ada@mailinator.com', phone: '12', country: 'DE' });
  expect(answer).toMatchObject({ result: 'match', strength: 'likely', note: 'disposable e-mail, invalid phone' });
  expect(toCodes(answer)).toEqual(['contact.disposable_email', 'contact.phone_invalid']);
});

describe('mail servers', () => {
  const failing = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }));
  const silent: NameServer = {
    resolveMx: failing('ENODATA'),
    resolve4: failing('ENODATA'),
    resolve6: failing('ENODATA'),
    cancel: () => undefined,
  };
  const allowed = { settings: { isMxLookupAllowed: true } };
  const askWith = (
    server: Partial<NameServer>,
    fields: DeclaredFields = guest,
    changes: Partial<CheckContext> = {},
  ) => {
    const asking = createContact(() => ({ ...silent, ...server }));
    return asking.check(fields, toCheckContext(asking.manifest, { ...allowed, ...changes }));
  };

  test('are not asked for unless that is allowed', async () => {
    const asking = createContact(() => {
      throw new Error('the name server was asked');
    });
    expect((await asking.check(guest, toCheckContext(asking.manifest))).result).toBe('clear');
  });

  test('are asked for by domain, never by address', async () => {
    const asked: string[] = [];
    const resolveMx = (domain: string) => {
      asked.push(domain);
      return Promise.resolve([{ exchange: 'mx.example' }]);
    };
    expect((await askWith({ resolveMx })).result).toBe('clear');
    expect(asked).toEqual(['hotel-guest.example']);
  });

  test.each<{ what: string; server: Partial<NameServer> }>([
    { what: 'the domain does not exist', server: { resolveMx: failing('ENOTFOUND') } },
    { what: 'the domain says that it takes none', server: { resolveMx: () => Promise.resolve([{ exchange: '' }]) } },
    { what: 'the domain has neither mail server nor address', server: {} },
  ])('where $what, mail cannot be delivered: possible', async ({ server }) => {
    const answer = await askWith(server);
    expect(answer).toMatchObject({ result: 'match', strength: 'possible', note: 'undeliverable e-mail' });
  });

  test.each<{ what: string; server: Partial<NameServer> }>([
    { what: 'IPv4', server: { resolve4: () => Promise.resolve(['192.0.2.1']) } },
    { what: 'IPv6', server: { resolve6: () => Promise.resolve(['2001:db8::1']) } },
  ])('a domain with nothing but an address over $what takes mail itself', async ({ server }) => {
    expect(await askWith(server)).toEqual({ result: 'clear', reasons: [] });
  });

  test.each<{ what: string; server: Partial<NameServer> }>([
    { what: 'asked for mail servers', server: { resolveMx: failing('ESERVFAIL') } },
    { what: 'asked for addresses', server: { resolve4: failing('ETIMEOUT') } },
  ])('a name server that fails when $what never makes a guest clear', async ({ server }) => {
    const answer = await askWith(server);
    expect(answer.result).toBe('unavailable');
    expect(toCodes(answer)).toEqual(['contact.mail_servers_unknown']);
  });

  test('what weighs stands, even where the name server fails', async () => {
    const answer = await askWith({ resolveMx: failing('ESERVFAIL') }, { ...guest, phone: '12' });
    expect(answer).toMatchObject({ result: 'match', strength: 'possible', note: 'invalid phone' });
  });

  test.each(['ada@mailinator.com', `ada@${relayDomains[0] ?? ''}`, 'not an address'])(
    'are not asked for where it would change nothing: “%s”',
    async (email) => {
      const resolveMx = () => Promise.reject(new Error('the name server was asked'));
      expect((await askWith({ resolveMx }, { ...guest, email })).result).not.toBe('unavailable');
    },
  );

  test('are no longer waited for once the check is cancelled', async () => {
    const stopping = new AbortController();
    let fail: (error: Error) => void = () => undefined;
    const resolveMx = () => new Promise<never>((_resolve, reject) => (fail = reject));
    const cancel = () =>
      fail(Object.assign(new Error('queryMx ECANCELLED hotel-guest.example'), { code: 'ECANCELLED' }));
    const asking = askWith({ resolveMx, cancel }, guest, { signal: stopping.signal });
    stopping.abort(new Error('stopping'));
    await expect(asking).rejects.toThrow('stopping');
  });
});
