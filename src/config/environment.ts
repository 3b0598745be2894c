import type { AlertHook } from '../ports/alerts.ts';
import type { ProviderManifest } from '../ports/check-provider.ts';
import type { SmtpServer } from '../ports/mail.ts';
import { readConfigFile, type PropertyConfigs } from './config-file.ts';
import type { SettingProblem } from './setting-problem.ts';
import { type SettingName, settingTable } from './setting-table.ts';

/** Every setting of this process, parsed. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  /** Without a slash at its end. */
  readonly publicUrl: string;
  readonly databasePath: string;
  readonly role: 'all';
  /** 32 bytes. */
  readonly secretKey: Buffer;
  readonly adminToken: string | undefined;
  /** Requests a minute of one caller; 0: no limit. */
  readonly apiRateLimit: number;
  readonly trustedProxies: number;
  /** Absent: nobody signs in through an identity provider. */
  readonly oidc: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string } | undefined;
  readonly cloudbeds: {
    readonly apiUrl: string;
    readonly apiKey: string | undefined;
    readonly requestsPerSecond: number;
    /** A technology partner's; absent: properties are connected by their own keys alone. */
    readonly app: CloudbedsApp | undefined;
  };
  readonly syncIntervalMs: number;
  readonly watchlists: { readonly folder: string; /** 0: never. */ readonly refreshMs: number };
  /** Absent: no mail is sent. */
  readonly mail: { readonly server: SmtpServer; readonly from: string } | undefined;
  /** Absent: alerts are posted only where the file says so. */
  readonly alertHook: AlertHook | undefined;
  readonly log: { readonly level: 'error' | 'warn' | 'info' | 'debug'; readonly format: 'json' | 'pretty' };
  readonly properties: PropertyConfigs;
  /** Where `properties` are from, to be followed. Absent: there is no file. */
  readonly configFile:
    { readonly text: string; /** Throws as `readFile` does. */ readonly read: () => string } | undefined;
}

export interface CloudbedsApp {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
  readonly grant: 'api_key' | 'oauth';
}

export type SettingsReading =
  { readonly settings: Settings } | { readonly problems: readonly [SettingProblem, ...SettingProblem[]] };

export interface SettingSources {
  /** Throws where the file cannot be read. */
  readonly readFile: (path: string) => string;
  /** Of every provider that there is: their settings are held against these. */
  readonly manifests: readonly ProviderManifest[];
}

type Environment = Readonly<Record<string, string | undefined>>;

/** All settings, or all that is wrong with environment and file at once. An empty variable counts as absent. */
export function readSettings(environment: Environment, sources: SettingSources): SettingsReading {
  const problems: SettingProblem[] = [];
  const read = createVariableReader(environment, problems);
  const port = read('PORT');
  const publicUrl = read('PUBLIC_URL') ?? `http://localhost:${port ?? ''}`;
  const settings = {
    port,
    host: read('HOST'),
    publicUrl,
    databasePath: read('DATABASE_URL'),
    role: read('ROLE'),
    secretKey: read('SECRET_KEY'),
    adminToken: read('ADMIN_TOKEN'),
    apiRateLimit: read('API_RATE_LIMIT'),
    trustedProxies: read('TRUSTED_PROXIES'),
    oidc: readOidc(read, problems),
    cloudbeds: {
      apiUrl: read('CLOUDBEDS_API_URL'),
      apiKey: read('CLOUDBEDS_API_KEY'),
      requestsPerSecond: read('CLOUDBEDS_RATE_LIMIT'),
      app: readApp(read, { publicUrl, problems }),
    },
    syncIntervalMs: (read('SYNC_INTERVAL_S') ?? 0) * 1_000,
    watchlists: { folder: read('WATCHLIST_FOLDER'), refreshMs: (read('WATCHLIST_REFRESH_H') ?? 0) * 3_600_000 },
    mail: readMail(read, problems),
    alertHook: readAlertHook(read, problems),
    log: { level: read('LOG_LEVEL'), format: read('LOG_FORMAT') },
    ...readProperties(read('CONFIG_FILE'), sources, problems),
  };
  const [first, ...others] = problems;
  // Without a problem every variable was read: what is typed as possibly absent is there.
  return first === undefined ? { settings: settings as Settings } : { problems: [first, ...others] };
}

type ValueOf<Name extends SettingName> = (typeof settingTable)[Name]['schema']['_output'];

function createVariableReader(environment: Environment, problems: SettingProblem[]) {
  return <Name extends SettingName>(name: Name): ValueOf<Name> | undefined => {
    const setting = settingTable[name];
    const given = environment[name]?.trim();
    const text = given === undefined || given === '' ? setting.default : given;
    if (text === undefined) {
      if (setting.isRequired) problems.push({ name, message: `is required. ${setting.meaning}` });
      return undefined;
    }
    const parsed = setting.schema.safeParse(text);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    problems.push({ name, message: issue?.message ?? 'is wrong' });
    return undefined;
  };
}

function readOidc(read: ReturnType<typeof createVariableReader>, problems: SettingProblem[]): Settings['oidc'] {
  const [clientId, clientSecret] = [read('OIDC_CLIENT_ID'), read('OIDC_CLIENT_SECRET')];
  const issuer = read('OIDC_ISSUER');
  if (issuer === undefined) return undefined;
  if (clientId === undefined) problems.push({ name: 'OIDC_CLIENT_ID', message: 'is needed with OIDC_ISSUER' });
  if (clientSecret === undefined) problems.push({ name: 'OIDC_CLIENT_SECRET', message: 'is needed with OIDC_ISSUER' });
  return clientId === undefined || clientSecret === undefined ? undefined : { issuer, clientId, clientSecret };
}

function readApp(
  read: ReturnType<typeof createVariableReader>,
  { publicUrl, problems }: { readonly publicUrl: string; readonly problems: SettingProblem[] },
): CloudbedsApp | undefined {
  const [clientId, clientSecret] = [read('CLOUDBEDS_CLIENT_ID'), read('CLOUDBEDS_CLIENT_SECRET')];
  const redirectUri = read('CLOUDBEDS_REDIRECT_URI') ?? `${publicUrl}/connect/cloudbeds/callback`;
  const grant = read('CLOUDBEDS_GRANT') ?? 'api_key';
  if (clientId === undefined) return undefined;
  if (clientSecret !== undefined) return { clientId, clientSecret, redirectUri, grant };
  problems.push({ name: 'CLOUDBEDS_CLIENT_SECRET', message: 'is needed with CLOUDBEDS_CLIENT_ID' });
  return undefined;
}

function readMail(read: ReturnType<typeof createVariableReader>, problems: SettingProblem[]): Settings['mail'] {
  const known = problems.length;
  const [server, from] = [read('SMTP_URL'), read('MAIL_FROM')];
  if (server === undefined) return undefined;
  if (from !== undefined) return { server, from };
  if (problems.length === known) problems.push({ name: 'MAIL_FROM', message: 'is needed with SMTP_URL' });
  return undefined;
}

function readAlertHook(
  read: ReturnType<typeof createVariableReader>,
  problems: SettingProblem[],
): Settings['alertHook'] {
  const known = problems.length;
  const [url, secret, isPrivate] = [
    read('ALERT_WEBHOOK_URL'),
    read('ALERT_WEBHOOK_SECRET'),
    read('ALERT_WEBHOOK_PRIVATE'),
  ];
  if (url === undefined || problems.length > known) return undefined;
  if (secret === undefined) {
    problems.push({ name: 'ALERT_WEBHOOK_SECRET', message: 'is needed with ALERT_WEBHOOK_URL' });
    return undefined;
  }
  if (isPrivate !== true && !url.startsWith('https:')) {
    problems.push({ name: 'ALERT_WEBHOOK_URL', message: 'must be https, unless ALERT_WEBHOOK_PRIVATE is true' });
  }
  return { url, secret, isPrivateAllowed: isPrivate === true };
}

function readProperties(
  path: string | undefined,
  { readFile, manifests }: SettingSources,
  problems: SettingProblem[],
): Partial<Pick<Settings, 'properties' | 'configFile'>> {
  const text = path === undefined ? '' : readText(path, readFile, problems);
  if (text === undefined) return {};
  const reading = readConfigFile(text, manifests);
  if ('properties' in reading) {
    const configFile = path === undefined ? undefined : { text, read: () => readFile(path) };
    return { properties: reading.properties, configFile };
  }
  problems.push(...reading.problems);
  return {};
}

function readText(path: string, readFile: SettingSources['readFile'], problems: SettingProblem[]): string | undefined {
  try {
    return readFile(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    problems.push({ name: 'CONFIG_FILE', message: `cannot be read${code}` });
    return undefined;
  }
}
