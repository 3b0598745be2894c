import { useEffect, useState } from 'preact/hooks';
import { toFailureText } from '../api/api.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { useRowKeys } from '../arrivals/use-row-keys.ts';
import { Failure } from '../components/failure.tsx';
import { Field } from '../components/field.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { toDayText } from '../i18n/formats.ts';
import { t } from '../i18n/texts.ts';
import { Split } from '../shell/split.tsx';
import { go, place, toAddress } from '../state/route.ts';
import { property } from '../state/session.ts';
import { CreateDialog } from './create-dialog.tsx';
import { ProfileCard } from './profile-card.tsx';
import { loadProfiles, type Profile, type ProfileSummary } from './profiles.ts';

const pauseMs = 180;

/** The people that the house knows, one card each. */
export function GuestsPage() {
  const propertyId = property.value?.id ?? '';
  const chosen = place.value.parts[2];
  const [typed, setTyped] = useState('');
  const [words, setWords] = useState('');
  const [isWarned, setWarned] = useState(false);
  const [isCreating, setCreating] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setWords(typed.trim()), pauseMs);
    return () => clearTimeout(timer);
  }, [typed]);
  const query = { propertyId, words, isWarned };
  const found = useLoaded(JSON.stringify(query), (signal) => loadProfiles(query, signal));
  useRowKeys();
  const onCreated = ({ id }: Profile) => {
    setCreating(false);
    found.reload();
    go(toAddress([propertyId, 'guests', id]));
  };
  return (
    <>
      <Split
        list={
          <>
            <header class="range">
              <h1 class="list-title">{t('guests.title')}</h1>
              <button type="button" class="button" onClick={() => setCreating(true)}>
                {t('guests.create')}
              </button>
            </header>
            <Field
              label={t('guests.search')}
              hint={t('search.hint')}
              value={typed}
              onChange={setTyped}
              input={{ type: 'search', maxLength: 200 }}
            />
            <div class="summary">
              <button
                type="button"
                class="button button-small"
                aria-pressed={isWarned}
                onClick={() => setWarned(!isWarned)}
              >
                {t('guests.warnedOnly')}
              </button>
            </div>
            {found.error !== undefined && <Failure text={toFailureText(found.error)} onRetry={found.reload} />}
            {found.data === undefined && found.error === undefined && <Skeleton rows={6} />}
            {found.data?.length === 0 && <p class="empty">{t('search.nothing')}</p>}
            <ul class="stays">
              {found.data?.map((profile) => (
                <li key={profile.id} class="stay">
                  <ProfileRow profile={profile} isChosen={profile.id === chosen} />
                </li>
              ))}
            </ul>
          </>
        }
        detail={chosen && <ProfileCard key={chosen} profileId={chosen} onChanged={found.reload} />}
        hint={t('guests.choose')}
      />
      {isCreating && <CreateDialog propertyId={propertyId} onClose={() => setCreating(false)} onCreated={onCreated} />}
    </>
  );
}

function ProfileRow({ profile, isChosen }: { readonly profile: ProfileSummary; readonly isChosen: boolean }) {
  const { id, name, email, phone, lastStay, stays, isWarned } = profile;
  return (
    <a
      class="row row-wide"
      href={toAddress([property.value?.id ?? '', 'guests', id])}
      aria-current={isChosen ? 'true' : undefined}
      data-screening={id}
    >
      <span class="row-who">
        <span class="row-name" dir="auto">
          {name === '' ? t('guest.nameless') : name}
        </span>
        <span class="row-why" dir="auto">
          {email ?? phone ?? ''}
        </span>
      </span>
      <span class="row-state">
        {isWarned && <span class="pill pill-bad">{t('guests.warning')}</span>}
        <span class="small faint numbers">
          {lastStay === null ? t('guests.noStay') : toDayText(lastStay.arrivalDate, 'full')}
        </span>
        {stays > 1 && <span class="small faint">{t('guests.stays', { count: stays })}</span>}
      </span>
    </a>
  );
}
