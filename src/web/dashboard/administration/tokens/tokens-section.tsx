import { useState } from 'preact/hooks';
import { getData, type Schema } from '../../../../client/client.ts';
import { client } from '../../api/api.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { toAgeText, toDayText, toListText } from '../../i18n/formats.ts';
import { t } from '../../i18n/texts.ts';
import { announce } from '../../state/announcer.tsx';
import { PagedList } from '../paged-list.tsx';
import { usePages } from '../use-pages.ts';
import { toPlaceText } from '../users/users.ts';
import { TokenDialog } from './token-dialog.tsx';

type ApiToken = Schema<'ApiToken'>;

/** Which machines may ask what, and since when they last did. */
export function TokensSection() {
  const [isMaking, setMaking] = useState(false);
  const [revoked, setRevoked] = useState<ApiToken>();
  const pages = usePages<ApiToken>('tokens', (cursor, signal) =>
    getData(client.GET('/api/v1/tokens', { params: { query: { limit: 100, ...(cursor && { cursor }) } }, signal })),
  );
  const revoke = async () => {
    if (revoked === undefined) return;
    const params = { path: { tokenId: revoked.id } };
    await getData(client.DELETE('/api/v1/tokens/{tokenId}', { params }));
    announce(t('administration.tokens.revoked', { name: revoked.name }));
    setRevoked(undefined);
    pages.reload();
  };
  return (
    <section class="card" aria-label={t('administration.tokens.title')}>
      <div class="part-head">
        <p class="faint">{t('administration.tokens.means')}</p>
        <button type="button" class="button button-main" onClick={() => setMaking(true)}>
          {t('administration.tokens.make')}
        </button>
      </div>
      <PagedList
        pages={pages}
        empty={t('administration.tokens.none')}
        toKey={({ id }) => id}
        render={(token) => <TokenLine token={token} onRevoke={() => setRevoked(token)} />}
      />
      {isMaking && <TokenDialog onClose={() => setMaking(false)} onMade={pages.reload} />}
      {revoked !== undefined && (
        <ConfirmDialog
          title={t('administration.tokens.revokeTitle', { name: revoked.name })}
          means={t('administration.tokens.revokeMeans')}
          submit={t('administration.tokens.revoke')}
          onSubmit={revoke}
          onClose={() => setRevoked(undefined)}
          isDanger
        />
      )}
    </section>
  );
}

function TokenLine({ token, onRevoke }: { readonly token: ApiToken; readonly onRevoke: () => void }) {
  const { name, scope, propertyIds, expiresAt, createdBy, lastUsedAt } = token;
  const now = Date.now();
  const hasEnded = Date.parse(expiresAt) <= now;
  return (
    <>
      <div class="line-main">
        <p>
          <strong dir="auto">{name}</strong>{' '}
          {hasEnded && <span class="pill pill-bad">{t('administration.tokens.ended')}</span>}
        </p>
        <p class="small">
          {t(`administration.scopes.${scope}`)} · {toListText(propertyIds.map(toPlaceText))}
        </p>
        <p class="small faint">
          {t('administration.tokens.until', { day: toDayText(expiresAt.slice(0, 10), 'full') })} ·{' '}
          {lastUsedAt === null
            ? t('administration.tokens.unused')
            : t('administration.tokens.used', { age: toAgeText(lastUsedAt, now) })}{' '}
          · {t('administration.tokens.by', { name: createdBy })}
        </p>
      </div>
      <button
        type="button"
        class="button button-small"
        aria-label={t('administration.tokens.revokeOf', { name })}
        onClick={onRevoke}
      >
        {t('administration.tokens.revoke')}
      </button>
    </>
  );
}
