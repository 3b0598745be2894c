/** What something is, in a few words; `schema` names a shape that is described further down. */
export interface ReferenceType {
  readonly text: string;
  readonly schema?: string;
}

/** A parameter, or a field of a body; fields of fields have paths such as `steps[].act`. */
export interface ReferenceField {
  readonly name: string;
  /** For parameters: `path`, `query` or `header`. */
  readonly place?: string;
  readonly isRequired: boolean;
  readonly type: ReferenceType;
  readonly description?: string;
}

export interface ReferenceContent {
  readonly mediaType: string;
  readonly type: ReferenceType;
  /** Where the shape has no name of its own. */
  readonly fields: readonly ReferenceField[];
  /** JSON. */
  readonly example?: string;
}

export interface ReferenceAnswer {
  readonly status: string;
  readonly description: string;
  readonly content?: ReferenceContent;
}

export interface ReferenceOperation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly description?: string;
  /** Who may. */
  readonly access: string;
  readonly parameters: readonly ReferenceField[];
  readonly body?: ReferenceContent;
  readonly answers: readonly ReferenceAnswer[];
}

export interface ReferenceGroup {
  readonly name: string;
  readonly description: string;
  readonly operations: readonly ReferenceOperation[];
}

export interface ReferenceShape {
  readonly name: string;
  readonly description?: string;
  readonly type: ReferenceType;
  readonly fields: readonly ReferenceField[];
}

export interface ReferenceView {
  readonly title: string;
  /** Paragraphs, lists and tables as in the description, with `code`. */
  readonly description: string;
  readonly groups: readonly ReferenceGroup[];
  readonly shapes: readonly ReferenceShape[];
}
