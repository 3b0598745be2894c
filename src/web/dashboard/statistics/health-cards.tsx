import { toAgeText, toDayText, toMomentText, toMoneyText, toNumberText, toPercentText } from '../i18n/formats.ts';
import { t } from '../i18n/texts.ts';
import { property } from '../state/session.ts';
import { BarCell } from './bar-cell.tsx';
import { DataTable } from './data-table.tsx';
import type { Health } from './figures.ts';

/** How those are doing who are asked, what they cost, how much of the PMS is used, and how old the lists are. */
export function HealthCards({ health }: { readonly health: Health }) {
  return (
    <>
      <ProvidersCard health={health} />
      <ListsCard health={health} />
      <BudgetCard health={health} />
    </>
  );
}

type Provider = Health['providers'][number];

const providerLooks = { answering: 'pill-good', failing: 'pill-open', left_alone: 'pill-bad', unknown: '' } as const;

function ProvidersCard({ health: { providers, since } }: { readonly health: Health }) {
  const title = t('statistics.providers.title');
  return (
    <section class="card figure figure-wide">
      <h2>{title}</h2>
      <p class="hint">{t('statistics.providers.means', { day: toDayText(since, 'full') })}</p>
      <DataTable
        caption={title}
        columns={[
          { text: t('statistics.providers.check') },
          { text: t('statistics.providers.state') },
          { text: t('statistics.providers.answers'), isNumber: true },
          { text: t('statistics.providers.unavailable'), isNumber: true },
          { text: t('statistics.providers.cost'), isNumber: true },
        ]}
        rows={providers.map((provider) => ({
          key: provider.provider,
          cells: [
            provider.label,
            <ProviderState provider={provider} />,
            toNumberText(provider.unavailable.of),
            toUnavailableText(provider),
            toCostText(provider),
          ],
        }))}
      />
    </section>
  );
}

function ProviderState({ provider: { state, askedAgainAt } }: { readonly provider: Provider }) {
  const timeZone = property.value?.timeZone ?? 'UTC';
  return (
    <>
      <span class={`pill ${providerLooks[state]}`}>{t(`statistics.providers.states.${state}`)}</span>
      {askedAgainAt !== null && (
        <span class="small"> {t('statistics.until', { time: toMomentText(askedAgainAt, timeZone) })}</span>
      )}
    </>
  );
}

function toUnavailableText({ unavailable: { count, share } }: Provider): string {
  return share === null ? '–' : `${toNumberText(count)} (${toPercentText(share)})`;
}

function toCostText({ cost }: Provider): string {
  if (cost === null) return '–';
  const { currency, spentMinorUnits, ceilingMinorUnits } = cost;
  const [spent, ceiling] = [toMoneyText(spentMinorUnits, currency), toMoneyText(ceilingMinorUnits, currency)];
  return t('statistics.of', { part: spent, of: ceiling });
}

const listLooks = { fresh: 'pill-good', stale: 'pill-open', missing: 'pill-bad' } as const;

function ListsCard({ health: { lists } }: { readonly health: Health }) {
  const title = t('statistics.lists.title');
  return (
    <section class="card figure">
      <h2>{title}</h2>
      {lists.length === 0 ? (
        <p class="hint">{t('statistics.lists.none')}</p>
      ) : (
        <DataTable
          caption={title}
          columns={[
            { text: t('statistics.lists.list') },
            { text: t('statistics.providers.state') },
            { text: t('statistics.lists.persons'), isNumber: true },
            { text: t('statistics.lists.confirmed') },
          ]}
          rows={lists.map(({ listId, title: name, state, persons, checkedAt }) => ({
            key: listId,
            cells: [
              name,
              <span class={`pill ${listLooks[state]}`}>{t(`statistics.lists.states.${state}`)}</span>,
              persons === null ? '–' : toNumberText(persons),
              checkedAt === null ? '–' : toAgeText(checkedAt, Date.now()),
            ],
          }))}
        />
      )}
    </section>
  );
}

function BudgetCard({ health: { pms } }: { readonly health: Health }) {
  const timeZone = property.value?.timeZone ?? 'UTC';
  const perMinute = pms?.requestsPerSecond == null ? undefined : pms.requestsPerSecond * 60;
  return (
    <section class="card figure">
      <h2>{t('statistics.budget.title')}</h2>
      <p class="hint">{t('statistics.budget.means')}</p>
      {pms === null ? (
        <p>{t('statistics.budget.noKey')}</p>
      ) : (
        <dl class="facts">
          <div>
            <dt>{t('statistics.budget.lastMinute')}</dt>
            <dd class="numbers">
              {perMinute === undefined
                ? toNumberText(pms.lastMinute)
                : t('statistics.of', { part: toNumberText(pms.lastMinute), of: toNumberText(perMinute) })}
              {perMinute !== undefined && <BarCell share={pms.lastMinute / perMinute} />}
            </dd>
          </div>
          <div>
            <dt>{t('statistics.budget.waiting')}</dt>
            <dd class="numbers">{toNumberText(pms.waiting)}</dd>
          </div>
          {pms.pausedUntil !== null && (
            <div>
              <dt>{t('statistics.budget.paused')}</dt>
              <dd>{t('statistics.until', { time: toMomentText(pms.pausedUntil, timeZone) })}</dd>
            </div>
          )}
        </dl>
      )}
    </section>
  );
}
