import type { AccessRows } from '../ports/access-rows.ts';
import type { Rows, SubjectRepository } from '../ports/store.ts';
import { createAccessLeftovers } from './access/access-leftovers.ts';
import { createAlerts } from './alerts/alerts.ts';
import { createApiTokens } from './access/api-tokens.ts';
import { createAudit } from './audit/audit.ts';
import { createAppErrors } from './connections/app-errors.ts';
import { createArrivals } from './desk/arrivals.ts';
import { createAssignments } from './desk/assignments.ts';
import { createConnectFlows } from './connections/connect-flows.ts';
import { createConnections } from './connections/connections.ts';
import { createDismissals } from './checks/dismissals.ts';
import { createForms } from './form/forms.ts';
import { createEvents } from './syncing/events.ts';
import { createGuestMerges } from './subjects/guest-merges.ts';
import { createGuestNotes } from './desk/guest-notes.ts';
import { createHouseList } from './desk/house-list.ts';
import { createJobs } from './jobs/jobs.ts';
import { createKeptAnswers } from './checks/kept-answers.ts';
import { createKeptRequests } from './access/kept-requests.ts';
import { createKnownGuests } from './checks/known-guests.ts';
import { createLiveFeed } from './desk/live-feed.ts';
import { createOidcFlows } from './access/oidc-flows.ts';
import { createMails } from './mail/mails.ts';
import { createPendingChecks } from './checks/pending-checks.ts';
import { createProfiles } from './profiles/profiles.ts';
import { createProperties } from './connections/properties.ts';
import { createPropertyFigures } from './connections/property-figures.ts';
import { createRequestSlots } from './connections/request-slots.ts';
import type { RowParts } from './row-parts.ts';
import { createScreenings } from './screenings/screenings.ts';
import { createSessions } from './access/sessions.ts';
import { createSignInLinks } from './access/sign-in-links.ts';
import { createSpending } from './checks/spending.ts';
import { createStatistics } from './statistics/statistics.ts';
import { createStock } from './stock.ts';
import { createSubjects } from './subjects/subjects.ts';
import { createSyncStates } from './syncing/sync-states.ts';
import { createThrottles } from './access/throttles.ts';
import { createUsers } from './access/users.ts';
import { createWriteBacks } from './screenings/write-backs.ts';

/** All repositories over one connection. Made once: each compiles its queries at their first use. */
export function createRows(parts: RowParts): Rows {
  const keptAnswers = createKeptAnswers(parts);
  const pendingChecks = createPendingChecks(parts);
  const knownGuests = createKnownGuests(parts);
  const dismissals = createDismissals(parts);
  const forms = createForms(parts);
  const profiles = createProfiles(parts);
  const statistics = createStatistics(parts);
  const guestMerges = createGuestMerges(parts);
  const writeBacks = createWriteBacks(parts);
  const notes = createGuestNotes(parts, guestMerges);
  const jobs = createJobs(parts);
  return {
    properties: createProperties(parts),
    propertyFigures: createPropertyFigures(parts),
    connections: createConnections(parts),
    connectFlows: createConnectFlows(parts),
    events: createEvents(parts),
    syncStates: createSyncStates(parts),
    subjects: forgettingChecks(createSubjects(parts), {
      ...{ keptAnswers, pendingChecks, knownGuests, dismissals, forms, notes, profiles, statistics },
      ...{ guestMerges, writeBacks },
    }),
    screenings: createScreenings(parts),
    writeBacks,
    appErrors: createAppErrors(parts),
    houseList: createHouseList(parts),
    keptAnswers,
    spending: createSpending(parts),
    knownGuests,
    pendingChecks,
    dismissals,
    guestMerges,
    forms,
    arrivals: createArrivals(parts),
    notes,
    assignments: createAssignments(parts),
    liveFeed: createLiveFeed(parts),
    ...createAccessRows(parts),
    profiles,
    statistics,
    stock: createStock(parts),
    mails: createMails(parts),
    alerts: createAlerts(parts, jobs),
    jobs,
    requestSlots: createRequestSlots(parts),
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

/** All that is kept of a guest goes with the guest, under every id that the guest ever had. */
function forgettingChecks(
  subjects: SubjectRepository,
  memories: Pick<
    Rows,
    | 'keptAnswers'
    | 'pendingChecks'
    | 'knownGuests'
    | 'dismissals'
    | 'forms'
    | 'notes'
    | 'profiles'
    | 'statistics'
    | 'guestMerges'
    | 'writeBacks'
  >,
): SubjectRepository {
  const forget = async (propertyId: string, guestId: string): Promise<void> => {
    await subjects.forgetGuest(propertyId, guestId);
    await memories.keptAnswers.withdraw({ propertyId, guestId });
    await memories.pendingChecks.forgetGuest(propertyId, guestId);
    await memories.knownGuests.forgetGuest(propertyId, guestId);
    await memories.dismissals.forgetGuest(propertyId, guestId);
    await memories.forms.forgetGuest(propertyId, guestId);
    await memories.profiles.forgetGuest(propertyId, guestId);
    await memories.statistics.forgetGuest(propertyId, guestId);
    await memories.notes.forgetGuest(propertyId, guestId);
    await memories.writeBacks.forgetGuest(propertyId, guestId);
  };
  return {
    ...subjects,
    async forgetGuest(propertyId, guestId) {
      const merged = await memories.guestMerges.listMerged({ propertyId, guestId });
      for (const id of [guestId, ...merged]) await forget(propertyId, id);
    },
  };
}
