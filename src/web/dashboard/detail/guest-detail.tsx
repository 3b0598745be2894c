import { useEffect, useRef } from 'preact/hooks';
import { toFailureText } from '../api/api.ts';
import { loadScreening, toScreeningKey } from '../api/screening.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { close } from '../arrivals/use-row-keys.ts';
import { Failure } from '../components/failure.tsx';
import { Icon } from '../components/icon.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { t } from '../i18n/texts.ts';
import { changes } from '../state/live.ts';
import { ActionBar } from './action-bar.tsx';
import { ConclusionPart } from './conclusion-part.tsx';
import type { Detail } from './detail.ts';
import { DetailHead } from './detail-head.tsx';
import { FindingsPart } from './findings-part.tsx';
import { FormPart } from './form-part.tsx';
import { GuestPart } from './guest-part.tsx';
import { NotesPart } from './notes-part.tsx';
import { PmsPart } from './pms-part.tsx';
import { QuietCard } from './quiet-card.tsx';
import { StaysPart } from './stays-part.tsx';
import { TimelinePart } from './timeline-part.tsx';
import { followSubject } from './follow-subject.ts';

/** Everything about one guest: what to do first, then why, then the rest. */
export function GuestDetail({ screeningId }: { readonly screeningId: string }) {
  const loaded = useLoaded(toScreeningKey(screeningId), (signal) => loadScreening(screeningId, signal));
  useEffect(() => {
    if (changes.value > 0) loaded.reload();
  }, [changes.value]);
  const detail = loaded.data;
  useEffect(() => followSubject(detail), [detail]);
  return (
    <article class="detail" aria-busy={loaded.isLoading}>
      <button type="button" class="button button-plain detail-back" onClick={close}>
        <Icon name="back" />
        {t('actions.back')}
      </button>
      {loaded.error !== undefined && <Failure text={toFailureText(loaded.error)} onRetry={loaded.reload} />}
      {detail !== undefined && <Parts detail={detail} onDone={loaded.reload} />}
      {detail === undefined && loaded.error === undefined && <Skeleton rows={6} />}
    </article>
  );
}

function Parts({ detail, onDone }: { readonly detail: Detail; readonly onDone: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const isWalking = document.activeElement?.classList.contains('row') === true;
    if (!isWalking) heading.current?.focus({ preventScroll: true });
  }, [detail.id]);
  const { state } = detail;
  return (
    <>
      <DetailHead detail={detail} state={state} heading={heading} />
      <QuietCard detail={detail} state={state} />
      <FindingsPart detail={detail} onDone={onDone} />
      <GuestPart detail={detail} />
      <FormPart detail={detail} onDone={onDone} />
      <NotesPart detail={detail} onDone={onDone} />
      <StaysPart detail={detail} />
      <ConclusionPart detail={detail} />
      <PmsPart detail={detail} />
      <TimelinePart detail={detail} />
      <ActionBar detail={detail} state={state} onDone={onDone} />
    </>
  );
}
