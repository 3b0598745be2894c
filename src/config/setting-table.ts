import { z } from 'zod';
import { isMailAddress } from '../domain/mail/safe-text.ts';
import { hookSecret, hookUrl } from './alert-schema.ts';
import { toSecretKey } from './secret-key.ts';
import { smtpUrl } from './smtp-url.ts';

export interface SettingRow<Schema extends z.ZodType = z.ZodType> {
  readonly meaning: string;
  /** What stands in where the variable is absent or empty. Absent itself: there is none. */
  readonly default?: string;
  /** A secret's value is never shown, not even when it is wrong. */
  readonly isSecret: boolean;
  readonly isRequired?: true;
  /** From the text of the variable to its value. Its messages never quote the text. */
  readonly schema: Schema;
}

/** Every setting of the environment, once: its meaning, default, secrecy and form. The documentation is made of it. */
export const settingTable = {
  PORT: row({
    meaning: 'The port to listen on; 0 takes any that is free.',
    default: '8080',
    schema: wholeNumber(0, 65_535),
  }),
  HOST: row({
    meaning: 'The address to listen on. A container needs `0.0.0.0`.',
    default: '127.0.0.1',
    schema: z.string().regex(/^[\w.:-]+$/, 'must be an IP address or a host name'),
  }),
  PUBLIC_URL: row({
    meaning:
      'How the outside reaches this service: webhook addresses are built on it. Defaults to `http://localhost:$PORT`.',
    schema: baseUrl(),
  }),
  DATABASE_URL: row({
    meaning: 'Where everything is kept: `sqlite:PATH`. `postgres://…` is not supported by this release.',
    default: 'sqlite:./data/guest-screening.db',
    isSecret: true,
    schema: databasePath(),
  }),
  ROLE: row({
    meaning: 'What this process does. `all` is the only role with SQLite: one process holds the file.',
    default: 'all',
    schema: role(),
  }),
  SECRET_KEY: row({
    meaning:
      'Encrypts what is stored: 32 random bytes in base64 or hex, e.g. from `openssl rand -base64 32`. The addresses that vendors call back are made of it: with another key they change, and must be set again at each vendor.',
    isSecret: true,
    isRequired: true,
    schema: z.string().transform(toSecretKey),
  }),
  ADMIN_TOKEN: row({
    meaning:
      'Opens everything: as bearer token of the API, and on the sign-in page for the first sign-in. At least 24 characters. Without it only users and tokens that there are already are let in.',
    isSecret: true,
    schema: z
      .string()
      .min(24, 'must have at least 24 characters')
      .regex(/^[A-Za-z0-9._~+/-]+=*$/, 'must be made of letters, digits and - . _ ~ + / only, so that it can be sent'),
  }),
  API_RATE_LIMIT: row({
    meaning:
      'Requests a minute that one user or token may send to the API, and a quarter of what one address may. 0: no limit.',
    default: '3000',
    schema: wholeNumber(0, 1_000_000),
  }),
  TRUSTED_PROXIES: row({
    meaning:
      'How many proxies of your own stand before the service: as many addresses of `X-Forwarded-For` are believed, from its end.',
    default: '0',
    schema: wholeNumber(0, 10),
  }),
  OIDC_ISSUER: row({
    meaning:
      'The identity provider through which staff sign in, e.g. `https://login.example.com`. None: passwords only.',
    schema: issuerUrl(),
  }),
  OIDC_CLIENT_ID: row({
    meaning: 'What the identity provider calls this service. Needed with OIDC_ISSUER.',
    schema: z.string(),
  }),
  OIDC_CLIENT_SECRET: row({
    meaning: 'What this service proves itself with to the identity provider. Needed with OIDC_ISSUER.',
    isSecret: true,
    schema: z.string(),
  }),
  CLOUDBEDS_API_URL: row({
    meaning: 'Base URL of the PMS API.',
    default: 'https://api.cloudbeds.com/api/v1.3',
    schema: baseUrl(),
  }),
  CLOUDBEDS_API_KEY: row({
    meaning:
      'A property-level key; the properties that it opens are connected at start. Others can be given over the API.',
    isSecret: true,
    schema: z.string().regex(/^[\x21-\x7e]+$/, 'must not hold spaces or control characters'),
  }),
  CLOUDBEDS_CLIENT_ID: row({
    meaning: 'A technology partner’s app, as the PMS calls it. With it properties are connected on a page of the PMS.',
    schema: z.string().regex(/^[\x21-\x7e]+$/, 'must not hold spaces or control characters'),
  }),
  CLOUDBEDS_CLIENT_SECRET: row({
    meaning: 'What the app proves itself with. Needed with CLOUDBEDS_CLIENT_ID.',
    isSecret: true,
    schema: z.string(),
  }),
  CLOUDBEDS_REDIRECT_URI: row({
    meaning:
      'Where the PMS sends people back, as it is registered there. Defaults to `$PUBLIC_URL/connect/cloudbeds/callback`.',
    schema: baseUrl(),
  }),
  CLOUDBEDS_GRANT: row({
    meaning:
      'What the app is given: `api_key` for a key that lasts (the vendor’s automatic delivery), `oauth` for tokens that are refreshed.',
    default: 'api_key',
    schema: z.enum(['api_key', 'oauth'], 'must be api_key or oauth'),
  }),
  CLOUDBEDS_RATE_LIMIT: row({
    meaning:
      'Requests a second that each key or app’s credential may spend. The PMS allows 5, and 10 to technology partners, and suspends keys that spend more.',
    default: '5',
    schema: wholeNumber(1, 1_000),
  }),
  SYNC_INTERVAL_S: row({
    meaning: 'How often changes are looked for without a webhook, in seconds.',
    default: '300',
    schema: wholeNumber(5, 86_400),
  }),
  CONFIG_FILE: row({
    meaning: 'Policy and providers per property, a JSON or YAML file. Without it the built-in defaults hold.',
    schema: z.string(),
  }),
  WATCHLIST_FOLDER: row({
    meaning: 'Where the editions of the watchlists are kept. It is made when the first list is taken.',
    default: './data/watchlists',
    schema: z.string(),
  }),
  WATCHLIST_REFRESH_H: row({
    meaning:
      'How often new editions of the watchlists that properties use are looked for, in hours. 0: only when somebody asks for it over the API.',
    default: '12',
    schema: wholeNumber(0, 720),
  }),
  SMTP_URL: row({
    meaning:
      'The mail server that takes outgoing mail: `smtp://user:password@host:587`, or `smtps://` where TLS begins with the first byte. Without it no mail is sent. Mail goes out encrypted or not at all, except to this machine itself; `?tls=optional` at the end lets it.',
    isSecret: true,
    schema: smtpUrl(),
  }),
  MAIL_FROM: row({
    meaning:
      'The address that mail comes from, e.g. `welcome@hotel.example`; guests see it under the name of the property. Needed with SMTP_URL.',
    schema: z.string().refine(isMailAddress, 'must be one e-mail address, without a name'),
  }),
  ALERT_WEBHOOK_URL: row({
    meaning:
      'Where alerts are posted, signed; see [operating.md](operating.md). Without it they are logged, and mailed to whoever wants it. https, unless ALERT_WEBHOOK_PRIVATE is `true`.',
    schema: hookUrl(),
  }),
  ALERT_WEBHOOK_SECRET: row({
    meaning:
      'What the signature is made with, at least 24 characters, e.g. from `openssl rand -hex 32`; `new,old` while it is being changed. Needed with ALERT_WEBHOOK_URL.',
    isSecret: true,
    schema: hookSecret(),
  }),
  ALERT_WEBHOOK_PRIVATE: row({
    meaning:
      '`true` where ALERT_WEBHOOK_URL lies in your own network. Otherwise only addresses of the public internet are gone to.',
    default: 'false',
    schema: z.enum(['true', 'false'], 'must be true or false').transform((text) => text === 'true'),
  }),
  LOG_LEVEL: row({
    meaning: 'The least level that is logged: `error`, `warn`, `info` or `debug`.',
    default: 'info',
    schema: z.enum(['error', 'warn', 'info', 'debug'], 'must be error, warn, info or debug'),
  }),
  LOG_FORMAT: row({
    meaning: '`json` for machines, `pretty` for people.',
    default: 'json',
    schema: z.enum(['json', 'pretty'], 'must be json or pretty'),
  }),
} as const satisfies Record<string, SettingRow>;

export type SettingName = keyof typeof settingTable;

function row<Schema extends z.ZodType>(
  facts: Omit<SettingRow<Schema>, 'isSecret'> & { readonly isSecret?: boolean },
): SettingRow<Schema> {
  return { isSecret: false, ...facts };
}

function wholeNumber(least: number, most: number) {
  const message = `must be a whole number from ${least} to ${most}`;
  return z.string().regex(/^\d+$/, message).transform(Number).pipe(z.number().min(least, message).max(most, message));
}

function baseUrl() {
  return z.string().transform((text, context) => {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url?.protocol !== 'http:' && url?.protocol !== 'https:') context.addIssue('must be an http or https URL');
    else if (url.username !== '' || url.password !== '') context.addIssue('must not hold a user or a password');
    else if (url.search !== '' || url.hash !== '') context.addIssue('must not hold a query or a fragment');
    return text.replace(/\/+$/, '');
  });
}

/** Plain http only on this very machine. */
function issuerUrl() {
  return baseUrl().refine((text) => {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    return url?.protocol !== 'http:' || ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  }, 'must be an https URL');
}

function databasePath() {
  return z.string().transform((text, context) => {
    const path = text.startsWith('sqlite:') ? text.slice('sqlite:'.length) : '';
    if (/^postgres(ql)?:/.test(text)) context.addIssue('postgres:// is not supported by this release: use sqlite:PATH');
    else if (path === '') context.addIssue('must be sqlite:PATH');
    return path;
  });
}

function role() {
  return z.string().transform((text, context): 'all' => {
    if (text === 'web' || text === 'worker') {
      context.addIssue(`${text} needs a database that processes can share; with SQLite one process does all: use all`);
    } else if (text !== 'all') context.addIssue('must be all');
    return 'all';
  });
}
