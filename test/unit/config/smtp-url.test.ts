import { describe, expect, it } from '@jest/globals';
import { smtpUrl } from '../../../src/config/smtp-url.ts';

describe('SMTP_URL', () => {
  it.each([
    ['smtp://mail.example', { host: 'mail.example', port: 587, isSecure: false, needsTls: true }],
    ['smtps://mail.example', { host: 'mail.example', port: 465, isSecure: true, needsTls: true }],
    ['smtp://mail.example:25?tls=optional', { host: 'mail.example', port: 25, isSecure: false, needsTls: false }],
    ['smtp://127.0.0.1:1025', { host: '127.0.0.1', port: 1025, isSecure: false, needsTls: false }],
    ['smtp://[::1]:1025/', { host: '::1', port: 1025, isSecure: false, needsTls: false }],
    [
      'smtp://me%40mail.example:p%3Ass@mail.example',
      { host: 'mail.example', port: 587, isSecure: false, needsTls: true, user: 'me@mail.example', password: 'p:ss' },
    ],
  ])('reads %s', (text, server) => {
    expect(smtpUrl().parse(text)).toEqual(server);
  });

  it.each([
    'mail.example:25',
    'http://mail.example',
    'smtp://',
    'smtp://mail.example/path',
    'smtp://mail.example#x',
    'smtp://mail.example?tls=never',
    'smtp://mail.example?pool=true',
    'smtp://%zz:secretword@mail.example',
  ])('refuses %s without quoting it', (text) => {
    const parsed = smtpUrl().safeParse(text);
    expect(parsed.success).toBe(false);
    expect(parsed.error?.message).not.toContain('secretword');
  });
});
