import { useAction } from '../api/use-action.ts';
import { Failure } from '../components/failure.tsx';
import { Part } from '../detail/part.tsx';
import { toCountryText } from '../i18n/formats.ts';
import { t } from '../i18n/texts.ts';
import { announce } from '../state/announcer.tsx';
import { property } from '../state/session.ts';
import { mergeInto, type Profile, type ProfileDuplicate, type ProfileSummary, tellApart } from './profiles.ts';

interface DuplicatesProps {
  readonly profile: Profile;
  readonly duplicates: readonly ProfileDuplicate[];
  readonly onDone: () => void;
}

/** Who else this may be, side by side and with what speaks for it and against it. A person decides. */
export function Duplicates({ profile, duplicates, onDone }: DuplicatesProps) {
  if (duplicates.length === 0) return null;
  return (
    <Part title={t('guests.duplicates')}>
      <ul>
        {duplicates.map((duplicate) => (
          <li key={duplicate.profile.id} class="said">
            <Duplicate profile={profile} duplicate={duplicate} onDone={onDone} />
          </li>
        ))}
      </ul>
    </Part>
  );
}

interface DuplicateProps {
  readonly profile: Profile;
  readonly duplicate: ProfileDuplicate;
  readonly onDone: () => void;
}

function Duplicate({ profile, duplicate, onDone }: DuplicateProps) {
  const { isRunning, failure, run } = useAction();
  const propertyId = property.value?.id ?? '';
  const other = duplicate.profile;
  const act = async (send: () => Promise<unknown>, said: string) => {
    if (!(await run(send))) return;
    announce(said);
    onDone();
  };
  const merge = () => act(() => mergeInto(propertyId, profile, other), t('guests.merged', { name: other.name }));
  const keepApart = () => act(() => tellApart(propertyId, profile.id, other.id), t('guests.apart'));
  return (
    <>
      <div class="pair">
        <Side title={t('guests.thisCard')} summary={toSummary(profile)} />
        <Side title={t('guests.otherCard')} summary={other} />
      </div>
      <ul>
        {duplicate.reasons.map(({ code, text, points }) => (
          <li key={code}>
            <span class={`pill ${points < 0 ? 'pill-bad' : 'pill-good'}`}>
              {points < 0 ? t('guests.against') : t('guests.for')}
            </span>{' '}
            {text}
          </li>
        ))}
      </ul>
      {failure !== undefined && <Failure text={failure} />}
      <div class="actions">
        <button type="button" class="button" disabled={isRunning} onClick={() => void keepApart()}>
          {t('guests.notSame')}
        </button>
        <button type="button" class="button button-main" disabled={isRunning} onClick={() => void merge()}>
          {t('guests.merge')}
        </button>
      </div>
    </>
  );
}

type Shown = Pick<ProfileSummary, 'name' | 'email' | 'phone' | 'country'>;

function Side({ title, summary }: { readonly title: string; readonly summary: Shown }) {
  const { name, email, phone, country } = summary;
  return (
    <div>
      <p class="small faint">{title}</p>
      <p dir="auto">
        <strong>{name === '' ? t('guest.nameless') : name}</strong>
      </p>
      {email !== null && <p>{email}</p>}
      {phone !== null && <p class="numbers">{phone}</p>}
      {country !== null && <p>{toCountryText(country)}</p>}
    </div>
  );
}

function toSummary({ name, contacts }: Profile): Shown {
  const first = (kind: Profile['contacts'][number]['kind']) =>
    contacts.find((contact) => contact.kind === kind)?.value ?? null;
  return { name, email: first('email'), phone: first('phone'), country: null };
}
