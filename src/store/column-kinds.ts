/** Opens with SECRET_KEY only. */
export type Sealed = Uint8Array;
/** Can be compared and not read. */
export type KeyedDigest = Uint8Array;
/** 1 or 0. */
export type Flag = number;
