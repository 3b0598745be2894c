import type { AccessRows } from '../ports/access-rows.ts';
import type { Rows, SubjectRepository } from '../ports/store.ts';
import { createAccessLeftovers } from './access-leftovers.ts';
import { createApiTokens } from './api-tokens.ts';
import { createAudit } from './audit.ts';
import { createArrivals } from './arrivals.ts';
import { createAssignments } from './assignments.ts';
import { createDismissals } from './dismissals.ts';
import { createForms } from './forms.ts';
import { createEvents } from './events.ts';
import { createGuestNotes } from './guest-notes.ts';
import { createHouseList } from './house-list.ts';
import { createJobs } from './jobs.ts';
import { createKeptAnswers } from './kept-answers.ts';
import { createKeptRequests } from './kept-requests.ts';
import { createKnownGuests } from './known-guests.ts';
import { createLiveFeed } from './live-feed.ts';
import { createOidcFlows } from './oidc-flows.ts';
import { createMails } from './mails.ts';
import { createPendingChecks } from './pending-checks.ts';
import { createProfiles } from './profiles/profiles.ts';
import { createProperties } from './properties.ts';
import { createPropertyFigures } from './property-figures.ts';
import type { RowParts } from './row-parts.ts';
import { createScreenings } from './screenings.ts';
import { createSessions } from './sessions.ts';
import { createSignInLinks } from './sign-in-links.ts';
import { createSpending } from './spending.ts';
import { createStatistics } from './statistics/statistics.ts';
import { createSubjects } from './subjects.ts';
import { createThrottles } from './throttles.ts';
import { createUsers } from './users.ts';
import { createWriteBacks } from './write-backs.ts';

/** All repositories over one connection. Made once: each compiles its queries at their first use. */
export function createRows(parts: RowParts): Rows {
  const keptAnswers = createKeptAnswers(parts);
  const pendingChecks = createPendingChecks(parts);
  const knownGuests = createKnownGuests(parts);
  const dismissals = createDismissals(parts);
  const forms = createForms(parts);
  const profiles = createProfiles(parts);
  const statistics = createStatistics(parts);
  const notes = createGuestNotes(parts);
  return {
    properties: createProperties(parts),
    propertyFigures: createPropertyFigures(parts),
    events: createEvents(parts),
    subjects: forgettingChecks(createSubjects(parts), {
      ...{ keptAnswers, pendingChecks, knownGuests, dismissals, forms, notes, profiles, statistics },
    }),
    screenings: createScreenings(parts),
    writeBacks: createWriteBacks(parts),
    houseList: createHouseList(parts),
    keptAnswers,
    spending: createSpending(parts),
    knownGuests,
    pendingChecks,
    dismissals,
    forms,
    arrivals: createArrivals(parts),
    notes,
    assignments: createAssignments(parts),
    liveFeed: createLiveFeed(parts),
    ...createAccessRows(parts),
    profiles,
    statistics,
    mails: createMails(parts),
    jobs: createJobs(parts),
  };
}

function createAccessRows(parts: RowParts): AccessRows {
  return {
    users: createUsers(parts),
    sessions: createSessions(parts),
    signInLinks: createSignInLinks(parts),
    tokens: createApiTokens(parts),
    throttles: createThrottles(parts),
    audit: createAudit(parts),
    keptRequests: createKeptRequests(parts),
    oidcFlows: createOidcFlows(parts),
    accessLeftovers: createAccessLeftovers(parts),
  };
}

/** What checks remember of a guest goes with the guest. */
function forgettingChecks(
  subjects: SubjectRepository,
  memories: Pick<
    Rows,
    'keptAnswers' | 'pendingChecks' | 'knownGuests' | 'dismissals' | 'forms' | 'notes' | 'profiles' | 'statistics'
  >,
): SubjectRepository {
  return {
    ...subjects,
    async forgetGuest(propertyId, guestId) {
      await subjects.forgetGuest(propertyId, guestId);
      await memories.keptAnswers.withdraw({ propertyId, guestId });
      await memories.pendingChecks.forgetGuest(propertyId, guestId);
      await memories.knownGuests.forgetGuest(propertyId, guestId);
      await memories.dismissals.forgetGuest(propertyId, guestId);
      await memories.forms.forgetGuest(propertyId, guestId);
      await memories.profiles.forgetGuest(propertyId, guestId);
      await memories.statistics.forgetGuest(propertyId, guestId);
      await memories.notes.forgetGuest(propertyId, guestId);
    },
  };
}
