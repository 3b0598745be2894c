import { describe, expect, it } from '@jest/globals';
import { findMailableName, isMailAddress, toSingleLine } from '../../../src/domain/mail/safe-text.ts';

describe('toSingleLine', () => {
  it.each(['\r\n', '\n', '\u2028', '\u0000', '\u202E', '\u0085'])(
    'takes out what ends a line or turns it (%#)',
    (bad) => {
      expect(toSingleLine(`Anna${bad}Bcc: all@example.org`)).toBe('Anna Bcc: all@example.org');
    },
  );

  it('shortens by whole characters', () => {
    expect(toSingleLine('🏨🏨🏨', 2)).toBe('🏨🏨');
  });
});

describe('findMailableName', () => {
  it.each([
    "Siobhán O'Connor-Nuñez",
    'Li',
    '林田清一郎',
    'عبد الرحمن',
    'Martin Luther King Jr.',
    'J. R. R. Tolkien',
    'Ørsted, Ö.',
  ])('lets %s through', (name) => {
    expect(findMailableName(name)).toBe(name);
  });

  it.each([
    'Win a prize at evil.example',
    'https://evil.example',
    'www evil.com',
    'call +44 900 123',
    'me@evil.example',
    '<b>Anna</b>',
    'x'.repeat(61),
    ' \r\n ',
  ])('takes %j for no name', (name) => {
    expect(findMailableName(name)).toBeUndefined();
  });
});

describe('isMailAddress', () => {
  it.each([
    'a@b.example',
    'first.last+tag@sub.hotel.example',
    "o'neil@post.example",
    'δοκιμή@παράδειγμα.δοκιμή',
    '用户@例子.广告',
  ])('knows %s as an address', (address) => {
    expect(isMailAddress(address)).toBe(true);
  });

  it.each([
    '',
    'nobody',
    'a@b',
    'a@b.example\r\nBcc: c@d.example',
    'a@b.example, c@d.example',
    'Anna <a@b.example>',
    'a b@c.example',
    'a@@b.example',
    '.a@b.example',
    'a@-b.example',
    'a@[127.0.0.1]',
    `${'x'.repeat(65)}@b.example`,
    '"a\n"@b.example',
  ])('knows %j as none', (address) => {
    expect(isMailAddress(address)).toBe(false);
  });
});
