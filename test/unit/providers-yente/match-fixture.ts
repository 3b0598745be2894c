import type { RequestListener } from 'node:http';
import { openSanctions } from '../../../providers/opensanctions/check.ts';
import { yente } from '../../../providers/yente/check.ts';
import type { CheckAnswer } from '../../../src/domain/finding.ts';
import type { CheckContext, SettingValues } from '../../../src/ports/check-provider.ts';
import { startLocalServer } from '../providers-hosted-session/local-server.ts';
import { ask, toContext } from '../providers-hosted-session/provider-context.ts';

export interface MatchFixture {
  readonly origin: string;
  /** Asks a server of one's own. */
  askYente(fields: object, settings?: SettingValues, changes?: Partial<CheckContext>): Promise<CheckAnswer>;
  /** Asks the service, which this server plays. */
  askOpenSanctions(fields: object, settings: SettingValues): Promise<CheckAnswer>;
  close(): Promise<void>;
}

export async function startMatchServer(listener: RequestListener): Promise<MatchFixture> {
  const local = await startLocalServer(listener);
  const { origin } = local;
  return {
    origin,
    askYente: (fields, settings = {}, changes = {}) =>
      ask(yente, fields, toContext(yente, { settings: { url: origin, ...settings }, changes })),
    askOpenSanctions: (fields, settings) => {
      const testRoutes = { 'api.opensanctions.org': origin };
      return ask(openSanctions, fields, toContext(openSanctions, { settings, testRoutes }));
    },
    close: () => local.close(),
  };
}

export const drakov = { firstName: 'Viktor', lastName: 'Drakov', birthDate: '1961-04-17', country: 'ZZ' };
