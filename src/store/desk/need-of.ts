import { sql } from 'kysely';
import { type GuestState, toNeed } from '../../domain/guest-state.ts';

/** `toNeed(toGuestState(…))` in SQL, over `screening`; a contract test holds the two against each other. */
export const needOf = sql<number>`case
  when screening.status = 'stopped' then ${need('stopped')}
  when screening.shown_outcome = 'approved' then ${need('approved')}
  when screening.shown_outcome = 'declined' then ${need('declined')}
  when screening.shown_outcome = 'flagged' then ${need('flagged')}
  when screening.status = 'failed' then ${need('failed')}
  when screening.status = 'waiting_for_guest' then ${need('waiting')}
  when screening.shown_outcome = 'review' then ${need('review')}
  when screening.status = 'completed' and screening.shown_outcome = 'clear' then ${need('clear')}
  else ${need('checking')}
end`;

function need(state: GuestState) {
  return sql.lit(toNeed(state));
}
