import { getData } from '../../../client/client.ts';
import { client, toFailureText } from '../api/api.ts';
import { Icon } from '../components/icon.tsx';
import { t } from '../i18n/texts.ts';
import { announce } from '../state/announcer.tsx';
import { me } from '../state/session.ts';
import type { Detail } from './detail.ts';

/** Takes the review on, or gives it back. The admin token is nobody, so it cannot. */
export function AssignItem({ detail, onDone }: { readonly detail: Detail; readonly onDone: () => void }) {
  if (me.value?.kind !== 'user') return null;
  const isMine = detail.assignment?.assigneeId === me.value.id;
  const path = '/api/v1/screenings/{id}/assignment';
  const params = { path: { id: detail.id } };
  const act = async () => {
    try {
      if (isMine) await getData(client.DELETE(path, { params }));
      else await getData(client.PUT(path, { params, body: { to: 'me' } }));
      announce(t(isMine ? 'assign.givenBack' : 'assign.taken'));
    } catch (error) {
      announce(toFailureText(error));
    }
    onDone();
  };
  return (
    <button type="button" class="menu-item" onClick={() => void act()}>
      <Icon name="user" />
      {t(isMine ? 'assign.giveBack' : 'assign.take')}
    </button>
  );
}
