export interface ProblemRow {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly retryAfterS?: number;
}
