import { useState } from 'preact/hooks';
import { getData } from '../../../../client/client.ts';
import { client } from '../../api/api.ts';
import { toAgeText } from '../../i18n/formats.ts';
import { t } from '../../i18n/texts.ts';
import { place } from '../../state/route.ts';
import { toPageAddress } from '../../state/session.ts';
import { PagedList } from '../paged-list.tsx';
import { usePages } from '../use-pages.ts';
import { InviteDialog } from './invite-dialog.tsx';
import { UserCard } from './user-card.tsx';
import { UserMarks } from './user-marks.tsx';
import { toGrantText, type User } from './users.ts';

/** Those who work here, or one of them. */
export function UsersSection() {
  const userId = place.value.parts[3];
  return userId === undefined ? <UserList /> : <UserCard key={userId} userId={userId} />;
}

function UserList() {
  const [isInviting, setInviting] = useState(false);
  const pages = usePages<User>('users', (cursor, signal) =>
    getData(client.GET('/api/v1/users', { params: { query: { limit: 100, ...(cursor && { cursor }) } }, signal })),
  );
  return (
    <section class="card" aria-label={t('administration.users.title')}>
      <div class="part-head">
        <p class="faint">{t('administration.users.means')}</p>
        <button type="button" class="button button-main" onClick={() => setInviting(true)}>
          {t('administration.users.invite')}
        </button>
      </div>
      <PagedList
        pages={pages}
        empty={t('administration.users.none')}
        toKey={({ id }) => id}
        render={(user) => <UserLine user={user} />}
      />
      {isInviting && <InviteDialog onClose={() => setInviting(false)} onInvited={pages.reload} />}
    </section>
  );
}

function UserLine({ user }: { readonly user: User }) {
  const { id, name, email, grants, lastSignedInAt } = user;
  return (
    <>
      <div class="line-main">
        <p>
          <a class="line-link" href={toPageAddress('administration', 'users', id)} dir="auto">
            {name}
          </a>{' '}
          <UserMarks user={user} />
        </p>
        <p class="faint">{email}</p>
        <p class="small">
          {grants.length === 0 ? t('administration.users.noRole') : grants.map(toGrantText).join(', ')}
        </p>
      </div>
      <p class="small faint">
        {lastSignedInAt === null
          ? t('administration.users.never')
          : t('administration.users.seen', { age: toAgeText(lastSignedInAt, Date.now()) })}
      </p>
    </>
  );
}
