import { getData, listAllItems } from '../../../../client/client.ts';
import { client } from '../../api/api.ts';
import { useLoaded } from '../../api/use-loaded.ts';
import { Choice } from '../../components/choice.tsx';
import { Field } from '../../components/field.tsx';
import { t } from '../../i18n/texts.ts';
import { everyProperty } from '../../state/session.ts';
import { listOwnPlaces } from '../users/grants-field.tsx';
import { toPlaceText } from '../users/users.ts';
import { acts } from './act-names.ts';
import { toActText } from './acts.ts';
import type { AuditChoice } from './audit-choice.ts';

interface AuditFiltersProps {
  readonly choice: AuditChoice;
  readonly onChange: (choice: AuditChoice) => void;
}

/** Who, what, where and when. */
export function AuditFilters({ choice, onChange }: AuditFiltersProps) {
  const actors = useLoaded('actors', loadActors);
  const choose = (name: keyof AuditChoice) => (value: string) => onChange({ ...choice, [name]: value });
  const all = ['', t('administration.audit.all')] as const;
  const places = listOwnPlaces().filter((id) => id !== everyProperty);
  const known = acts.map((act) => [act, toActText(act)] as const);
  return (
    <div class="fields filters">
      <Choice
        label={t('administration.audit.who')}
        value={choice.actorId}
        options={[all, ...(actors.data ?? [])]}
        onChange={choose('actorId')}
      />
      <Choice
        label={t('administration.audit.what')}
        value={choice.action}
        options={[all, ...known.toSorted(([, one], [, other]) => one.localeCompare(other))]}
        onChange={choose('action')}
      />
      {places.length > 1 && (
        <Choice
          label={t('property')}
          value={choice.propertyId}
          options={[all, ...places.map((id) => [id, toPlaceText(id)] as const)]}
          onChange={choose('propertyId')}
        />
      )}
      <Field
        label={t('administration.audit.fromDay')}
        value={choice.from}
        onChange={choose('from')}
        input={{ type: 'date' }}
      />
      <Field
        label={t('administration.audit.toDay')}
        value={choice.to}
        onChange={choose('to')}
        input={{ type: 'date' }}
      />
    </div>
  );
}

/** People, machines, and the two that are nobody. */
async function loadActors(signal: AbortSignal): Promise<readonly (readonly [id: string, name: string])[]> {
  const actors: (readonly [string, string])[] = [];
  const toQuery = (cursor: string | undefined) => ({
    params: { query: { limit: 200, ...(cursor !== undefined && { cursor }) } },
    signal,
  });
  const users = listAllItems((cursor) => getData(client.GET('/api/v1/users', toQuery(cursor))));
  for await (const { id, name } of users) actors.push([id, name]);
  const tokens = listAllItems((cursor) => getData(client.GET('/api/v1/tokens', toQuery(cursor))));
  for await (const { id, name } of tokens) actors.push([id, name]);
  const nobodies = [
    ['admin', t('administration.audit.actors.admin_token')],
    ['anybody', t('administration.audit.actors.anybody')],
  ] as const;
  return [...actors, ...nobodies];
}
