import type {
  AccessLeftovers,
  AuditRepository,
  KeptRequestRepository,
  OidcFlowRepository,
  ThrottleRepository,
  TokenRepository,
} from './access-memory.ts';
import type { SessionRepository, SignInLinkRepository, UserRepository } from './users.ts';

/** What the store remembers of those who work here. */
export interface AccessRows {
  readonly users: UserRepository;
  readonly sessions: SessionRepository;
  readonly signInLinks: SignInLinkRepository;
  readonly tokens: TokenRepository;
  readonly throttles: ThrottleRepository;
  readonly audit: AuditRepository;
  readonly keptRequests: KeptRequestRepository;
  readonly oidcFlows: OidcFlowRepository;
  readonly accessLeftovers: AccessLeftovers;
}
