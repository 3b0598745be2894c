import { t } from '../../i18n/texts.ts';
import { everyProperty, isAtLeast, properties, roles } from '../../state/session.ts';
import { type Grant, toPlaceText } from './users.ts';

interface GrantsFieldProps {
  readonly grants: readonly Grant[];
  readonly onChange: (grants: readonly Grant[]) => void;
}

/** Where somebody has which role. Offered is what whoever looks at it may hand out. */
export function GrantsField({ grants, onChange }: GrantsFieldProps) {
  const places = listOwnPlaces();
  const isFree = (propertyId: string) => !grants.some((grant) => grant.propertyId === propertyId);
  const free = places.find(isFree);
  const change = (at: number, changed: Partial<Grant>) =>
    onChange(grants.map((grant, index) => (index === at ? { ...grant, ...changed } : grant)));
  return (
    <fieldset class="choices">
      <legend class="legend">{t('administration.users.roles')}</legend>
      <p class="hint">{t('administration.users.rolesHint')}</p>
      {grants.map((grant, at) => (
        <div key={grant.propertyId} class="grant">
          <select
            class="input"
            aria-label={t('property')}
            value={grant.propertyId}
            onChange={(event) => change(at, { propertyId: event.currentTarget.value })}
          >
            {[...new Set([grant.propertyId, ...places.filter(isFree)])].map((id) => (
              <option key={id} value={id}>
                {toPlaceText(id)}
              </option>
            ))}
          </select>
          <select
            class="input"
            aria-label={t('administration.users.role')}
            value={grant.role}
            onChange={(event) => change(at, { role: event.currentTarget.value as Grant['role'] })}
          >
            {roles.map((role) => (
              <option key={role} value={role}>
                {t(`administration.roles.${role}`)}
              </option>
            ))}
          </select>
          <button
            type="button"
            class="button"
            aria-label={t('administration.users.withoutRole', { place: toPlaceText(grant.propertyId) })}
            onClick={() => onChange(grants.filter((_, index) => index !== at))}
          >
            {t('administration.users.without')}
          </button>
          <p class="hint">{t(`administration.rolesMean.${grant.role}`)}</p>
        </div>
      ))}
      {free !== undefined && (
        <div class="actions actions-start">
          <button
            type="button"
            class="button button-small"
            onClick={() => onChange([...grants, { propertyId: free, role: 'desk' }])}
          >
            {t('administration.users.addRole')}
          </button>
        </div>
      )}
    </fieldset>
  );
}

/** The places that whoever is signed in administers. */
export function listOwnPlaces(): readonly string[] {
  const own = properties.value.map(({ id }) => id).filter((id) => isAtLeast('admin', id));
  return isAtLeast('admin', everyProperty) ? [...own, everyProperty] : own;
}
