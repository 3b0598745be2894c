/** What the report must reach, on the halves that no setting was chosen on. Below one of them CI fails. */
export interface Floor {
  readonly set: string;
  readonly birthDate: boolean;
  readonly alertShare: number;
  /** One kind of query, or all of them. */
  readonly kind?: string;
  readonly recall: number;
}

export const FLOORS: readonly Floor[] = [
  { set: 'un_treated', birthDate: false, alertShare: 0.001, recall: 0.96 },
  { set: 'un_treated', birthDate: false, alertShare: 0.01, recall: 0.985 },
  { set: 'un_treated', birthDate: true, alertShare: 0.001, recall: 0.985 },
  { set: 'across_lists', birthDate: false, alertShare: 0.001, recall: 0.93 },
  { set: 'across_lists', birthDate: true, alertShare: 0.001, recall: 0.955 },
  { set: 'original_script', birthDate: false, alertShare: 0.001, recall: 0.45 },
  { set: 'original_script', birthDate: false, alertShare: 0.01, recall: 0.65 },
  { set: 'original_script', birthDate: true, alertShare: 0.001, recall: 0.65 },
  { set: 'original_script', birthDate: true, alertShare: 0.01, recall: 0.8 },
  { set: 'own_ban_list', birthDate: true, alertShare: 0.01, recall: 0.9 },
];
