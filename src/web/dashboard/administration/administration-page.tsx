import type { ComponentType } from 'preact';
import '../styles/administration.css';
import { t } from '../i18n/texts.ts';
import { place } from '../state/route.ts';
import { everyProperty, isAtLeast, property, type Role, toPageAddress } from '../state/session.ts';
import { AuditSection } from './audit/audit-section.tsx';
import { JobsSection } from './jobs/jobs-section.tsx';
import { ListsSection } from './lists/lists-section.tsx';
import { TokensSection } from './tokens/tokens-section.tsx';
import { UsersSection } from './users/users-section.tsx';

interface Section {
  readonly name: 'users' | 'tokens' | 'audit' | 'jobs' | 'lists';
  readonly least: Role;
  /** The role must hold at every property. */
  readonly isEverywhere?: true;
  readonly Content: ComponentType;
}

/** As the access table has it: what somebody may not do they do not see. */
const sections: readonly Section[] = [
  { name: 'users', least: 'admin', Content: UsersSection },
  { name: 'tokens', least: 'admin', Content: TokensSection },
  { name: 'audit', least: 'admin', Content: AuditSection },
  { name: 'jobs', least: 'admin', isEverywhere: true, Content: JobsSection },
  { name: 'lists', least: 'reviewer', Content: ListsSection },
];

/** Who works here, which machines may ask, what was done, what is stuck, and how current the lists are. */
export function AdministrationPage() {
  const open = sections.filter(({ least, isEverywhere }) =>
    isAtLeast(least, isEverywhere === true ? everyProperty : property.value?.id),
  );
  const current = open.find(({ name }) => name === place.value.parts[2]) ?? open[0];
  return (
    <div class="page">
      <header class="range">
        <h1>{t('administration.title')}</h1>
      </header>
      <nav class="tabs" aria-label={t('administration.sections')}>
        {open.map(({ name }) => (
          <a
            key={name}
            class="tab"
            href={toPageAddress('administration', name)}
            aria-current={name === current?.name ? 'page' : undefined}
          >
            {t(`administration.${name}.title`)}
          </a>
        ))}
      </nav>
      {current !== undefined && <current.Content />}
    </div>
  );
}
