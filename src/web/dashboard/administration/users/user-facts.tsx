import { toLanguageName, toMomentText } from '../../i18n/formats.ts';
import { t } from '../../i18n/texts.ts';
import { property } from '../../state/session.ts';
import { toGrantText, type User } from './users.ts';

export function UserFacts({ user }: { readonly user: User }) {
  const { email, language, grants, signsInBy, createdAt, createdBy, lastSignedInAt, lockedUntil } = user;
  const toMoment = (instant: string) => toMomentText(instant, property.value?.timeZone ?? 'UTC');
  const facts: readonly (readonly [label: string, values: readonly string[]])[] = [
    [t('signIn.email'), [email]],
    [
      t('administration.users.roles'),
      grants.length === 0 ? [t('administration.users.noRole')] : grants.map(toGrantText),
    ],
    [t('administration.users.signsIn'), [t(`administration.users.by.${signsInBy}`)]],
    [t('administration.users.language'), language === null ? [] : [toLanguageName(language)]],
    [
      t('administration.users.lastSeen'),
      [lastSignedInAt === null ? t('administration.users.never') : toMoment(lastSignedInAt)],
    ],
    [t('administration.users.lockedUntil'), lockedUntil === null ? [] : [toMoment(lockedUntil)]],
    [t('administration.users.createdBy'), [`${createdBy}, ${toMoment(createdAt)}`]],
  ];
  return (
    <dl class="facts">
      {facts
        .filter(([, values]) => values.length > 0)
        .map(([label, values]) => (
          <div key={label}>
            <dt>{label}</dt>
            {values.map((value) => (
              <dd key={value} dir="auto">
                {value}
              </dd>
            ))}
          </div>
        ))}
    </dl>
  );
}
