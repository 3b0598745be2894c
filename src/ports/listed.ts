/** One of a list, and where it stands there: what comes after it is found even where it is gone meanwhile. */
export interface Listed<Item> {
  readonly item: Item;
  /** A row's number: later ones are greater. */
  readonly no: number;
}

export interface ListPage {
  readonly limit: number;
  /** Where the last of the page before stands. */
  readonly afterNo?: number;
}
