import type { Role } from '../../domain/access.ts';
import type { OperationId } from '../route.ts';

/**
 * Where a request's property comes from: `property` the `{propertyId}` of its path · `screening` the screening `{id}` of
 * its path · `all` none: the role must hold at every property, those to come included · `any` none: the role must hold
 * somewhere, and the handler keeps to where it does.
 */
export type Place = 'property' | 'screening' | 'all' | 'any';

/**
 * `public`: anybody · `secret`: whoever knows the address · `signed_in`: whoever is known, about themselves alone · else
 * the least role that is needed, and where it must hold. A property at which somebody has no role answers exactly as one
 * that does not exist. `reads` marks a POST that changes nothing, `traced` a reading that takes so much along that the audit
 * log tells of it, `opens` one whose answer lets its reader write elsewhere: not for tokens that may only read.
 */
export type AccessRule = 'public' | 'secret' | 'signed_in' | RoleRule;

export interface RoleRule {
  readonly least: Role;
  readonly at: Place;
  readonly reads?: true;
  readonly traced?: true;
  readonly opens?: true;
}

/** Every operation of the API. Nothing is served that is not here. */
export const accessTable: Readonly<Record<OperationId, AccessRule>> = {
  receiveCloudbedsEvent: 'secret',
  receiveProviderCallback: 'secret',
  getHealth: 'public',
  getReadiness: 'public',
  getMetrics: 'public',
  getOpenApiDocument: 'public',
  getReference: 'public',

  findSession: 'public',
  signIn: 'public',
  signOut: 'public',
  giveSecondFactor: 'public',
  listSignInWays: 'public',
  useSignInLink: 'public',
  askForPasswordReset: 'public',
  startOidcSignIn: 'public',
  finishOidcSignIn: 'public',

  getMe: 'signed_in',
  changeMe: 'signed_in',
  changeMyPassword: 'signed_in',
  beginSecondFactor: 'signed_in',
  confirmSecondFactor: 'signed_in',
  removeMySecondFactor: 'signed_in',
  listMySessions: 'signed_in',
  endMySession: 'signed_in',

  listUsers: { least: 'admin', at: 'any' },
  getUser: { least: 'admin', at: 'any' },
  changeUser: { least: 'admin', at: 'any' },
  removeUser: { least: 'admin', at: 'any' },
  makeSignInLink: { least: 'admin', at: 'any' },
  signUserOut: { least: 'admin', at: 'any' },
  unlockUser: { least: 'admin', at: 'any' },
  removeSecondFactor: { least: 'admin', at: 'any' },
  inviteUser: { least: 'admin', at: 'any' },
  listTokens: { least: 'admin', at: 'any' },
  createToken: { least: 'admin', at: 'any' },
  revokeToken: { least: 'admin', at: 'any' },
  listAudit: { least: 'admin', at: 'any' },
  exportAudit: { least: 'admin', at: 'any', traced: true },

  listProperties: { least: 'desk', at: 'any' },
  getSyncState: { least: 'desk', at: 'property' },

  startConnecting: { least: 'admin', at: 'all' },
  finishConnecting: { least: 'admin', at: 'all' },
  listConnections: { least: 'admin', at: 'any' },
  connectByKey: { least: 'admin', at: 'all' },
  getConnection: { least: 'admin', at: 'property' },
  reconnectProperty: { least: 'admin', at: 'property' },
  disconnectProperty: { least: 'admin', at: 'property' },
  rotateWebhookSecret: { least: 'admin', at: 'property' },

  listArrivals: { least: 'desk', at: 'property' },
  listReviews: { least: 'reviewer', at: 'property' },
  addGuestNote: { least: 'desk', at: 'screening' },
  removeGuestNote: { least: 'reviewer', at: 'screening' },
  assignScreening: { least: 'reviewer', at: 'screening' },
  unassignScreening: { least: 'reviewer', at: 'screening' },
  listReviewers: { least: 'reviewer', at: 'property' },
  followProperty: { least: 'desk', at: 'property' },
  listScreenings: { least: 'desk', at: 'property' },
  exportScreenings: { least: 'desk', at: 'property', traced: true },
  getScreening: { least: 'desk', at: 'screening' },
  rescreen: { least: 'desk', at: 'screening' },
  decideScreening: { least: 'reviewer', at: 'screening' },
  withdrawVerification: { least: 'reviewer', at: 'screening' },
  dismissMatch: { least: 'reviewer', at: 'screening' },
  withdrawDismissal: { least: 'reviewer', at: 'screening' },

  getForm: { least: 'desk', at: 'screening' },
  askGuest: { least: 'desk', at: 'screening' },
  getFormQr: { least: 'desk', at: 'screening', opens: true },
  completeFormAtDesk: { least: 'desk', at: 'screening' },
  mailForm: { least: 'desk', at: 'screening' },
  retryForm: { least: 'desk', at: 'screening' },
  withdrawForm: { least: 'reviewer', at: 'screening' },
  attendGuestRequest: { least: 'reviewer', at: 'screening' },
  listGuestRequests: { least: 'desk', at: 'property' },

  listHouseList: { least: 'manager', at: 'property' },
  addHouseListEntry: { least: 'manager', at: 'property' },
  proposeHouseListEntry: { least: 'reviewer', at: 'property' },
  approveHouseListEntry: { least: 'manager', at: 'property' },
  rejectHouseListEntry: { least: 'reviewer', at: 'property' },
  endHouseListEntry: { least: 'manager', at: 'property' },
  getHouseListEntry: { least: 'manager', at: 'property' },
  removeHouseListEntry: { least: 'manager', at: 'property' },

  getPolicy: { least: 'manager', at: 'property' },
  replayPolicy: { least: 'manager', at: 'property', reads: true },

  listWatchlists: { least: 'reviewer', at: 'any' },
  searchWatchlists: { least: 'reviewer', at: 'any', reads: true },
  saveOwnWatchlist: { least: 'manager', at: 'property' },
  refreshWatchlist: { least: 'admin', at: 'all' },

  listProfiles: { least: 'desk', at: 'property' },
  createProfile: { least: 'desk', at: 'property' },
  getProfileOfGuest: { least: 'desk', at: 'property' },
  getProfile: { least: 'desk', at: 'property' },
  eraseProfile: { least: 'manager', at: 'property' },
  editProfilePerson: { least: 'desk', at: 'property' },
  addProfileNote: { least: 'desk', at: 'property' },
  withdrawProfileNote: { least: 'reviewer', at: 'property' },
  linkProfiles: { least: 'desk', at: 'property' },
  unlinkProfiles: { least: 'desk', at: 'property' },
  listProfileSuggestions: { least: 'reviewer', at: 'property' },
  listProfileDuplicates: { least: 'reviewer', at: 'property' },
  mergeProfiles: { least: 'reviewer', at: 'property' },
  undoProfileMerge: { least: 'reviewer', at: 'property' },
  splitProfile: { least: 'reviewer', at: 'property' },
  tellProfilesApart: { least: 'reviewer', at: 'property' },

  getStatistics: { least: 'manager', at: 'any' },
  getDisparityReport: { least: 'manager', at: 'any' },
  getScreeningHealth: { least: 'reviewer', at: 'property' },

  getDiagnostics: { least: 'admin', at: 'all' },

  listAlerts: { least: 'manager', at: 'any' },
  acknowledgeAlert: { least: 'manager', at: 'any' },

  getJobFigures: { least: 'admin', at: 'all' },
  listBuriedJobs: { least: 'admin', at: 'all' },
  replayJob: { least: 'admin', at: 'all' },
};

/** Whether it asks for nobody's name. */
export function isOpen(rule: AccessRule): rule is 'public' | 'secret' {
  return rule === 'public' || rule === 'secret';
}
