/** How far a property's stock has been taken: what was there before there were cards and counts. */
export interface StockProgress {
  /** What is being taken, and onto whose cards; another one begins from the front. */
  readonly basis: string;
  readonly step: StockStep;
  /** The number of the last subject that this step is done with. */
  readonly afterNo: number;
}

export type StockStep = 'cards' | 'counts' | 'done';

/** Within a transaction, or outside of one. */
export interface StockRepository {
  find(propertyId: string): Promise<StockProgress | undefined>;
  save(propertyId: string, progress: StockProgress): Promise<void>;
}
