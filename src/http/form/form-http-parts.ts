import type { Clock } from '../../ports/clock.ts';
import type { Logger } from '../../ports/logger.ts';
import type { GuestForms } from '../../screening/form/guest-form.ts';

/** What the guest's pages work with. */
export interface FormHttpParts {
  readonly forms: GuestForms;
  /** Keyed, so that nobody else can make one of these; as URL-safe text. */
  readonly sign: (text: string) => string;
  /** How the outside reaches us; cookies are for https alone where this is. */
  readonly publicUrl: string;
  readonly logger: Logger;
  readonly clock: Clock;
  /** Where the built pages are; undefined where nobody built them. */
  readonly pagesFolder?: string | undefined;
}
