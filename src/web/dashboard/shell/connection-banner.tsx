import { Icon } from '../components/icon.tsx';
import { toMomentText } from '../i18n/formats.ts';
import { t } from '../i18n/texts.ts';
import { connection, lastHeardAt } from '../state/live.ts';
import { property } from '../state/session.ts';

export function ConnectionBanner() {
  if (connection.value !== 'lost') return null;
  const timeZone = property.value?.timeZone ?? 'UTC';
  const since = new Date(lastHeardAt.value).toISOString();
  return (
    <div class="notice banner" role="alert">
      <Icon name="lost" />
      <p>{t('live.banner', { time: toMomentText(since, timeZone) })}</p>
    </div>
  );
}
