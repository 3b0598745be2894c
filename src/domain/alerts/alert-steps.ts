/** What an alert says of its cause while it lasts. */
export interface SeenCause {
  readonly propertyId: string | null;
  readonly about: string;
  readonly facts: Readonly<Record<string, string | number>>;
}

type Cause = Omit<SeenCause, 'facts'>;

export interface AlertSteps<Open extends Cause> {
  readonly raise: readonly SeenCause[];
  readonly settle: readonly Open[];
}

/**
 * What to raise and what to settle of one kind. What is open and neither seen nor `isUnknown` is over: where nobody can
 * tell, an alert stays as it is.
 */
export function toAlertSteps<Open extends Cause>(
  open: readonly Open[],
  seen: readonly SeenCause[],
  isUnknown: (cause: Cause) => boolean = () => false,
): AlertSteps<Open> {
  const isSeen = (cause: Cause) => seen.some((other) => isSame(cause, other));
  return { raise: seen, settle: open.filter((cause) => !isSeen(cause) && !isUnknown(cause)) };
}

function isSame(one: Cause, other: Cause): boolean {
  return one.propertyId === other.propertyId && one.about === other.about;
}
