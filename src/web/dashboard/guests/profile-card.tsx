import { toFailureText } from '../api/api.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { Failure } from '../components/failure.tsx';
import { Icon } from '../components/icon.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { t } from '../i18n/texts.ts';
import { toAddress } from '../state/route.ts';
import { property } from '../state/session.ts';
import { CardFacts } from './card-facts.tsx';
import { CardNotes } from './card-notes.tsx';
import { CardStays } from './card-stays.tsx';
import { Duplicates } from './duplicates.tsx';
import { Merges } from './merges.tsx';
import { loadCard } from './profiles.ts';

interface ProfileCardProps {
  readonly profileId: string;
  readonly onChanged: () => void;
}

/** Everything that is known of a person. */
export function ProfileCard({ profileId, onChanged }: ProfileCardProps) {
  const propertyId = property.value?.id ?? '';
  const card = useLoaded(`${propertyId} ${profileId}`, (signal) => loadCard(propertyId, profileId, signal));
  if (card.error !== undefined) return <Failure text={toFailureText(card.error)} onRetry={card.reload} />;
  if (card.data === undefined) return <Skeleton rows={5} />;
  const { profile, duplicates } = card.data;
  const onDone = () => {
    card.reload();
    onChanged();
  };
  return (
    <article class="detail">
      <a class="button button-plain detail-back" href={toAddress([propertyId, 'guests'])}>
        <Icon name="back" />
        {t('actions.back')}
      </a>
      <header class="card-head">
        <h2 class="detail-name" dir="auto">
          {profile.name === '' ? t('guest.nameless') : profile.name}
        </h2>
        {profile.isForgotten && <p>{t('guests.forgotten')}</p>}
        {profile.notes
          .filter(({ kind, withdrawn }) => kind === 'warning' && withdrawn === null)
          .map(({ id, text }) => (
            <p key={id} class="said said-warning" dir="auto">
              {text}
            </p>
          ))}
      </header>
      <Duplicates profile={profile} duplicates={duplicates} onDone={onDone} />
      <Merges profile={profile} onDone={onDone} />
      <CardFacts profile={profile} />
      <CardStays profile={profile} />
      <CardNotes profile={profile} onDone={onDone} />
    </article>
  );
}
