import type { ErrorObject } from 'ajv';

/** What is wrong and where, without the value: problems may be logged and shown. */
export interface Problem {
  /** JSON pointer into what was validated; '' is the whole. */
  readonly path: string;
  readonly message: string;
}

export function toProblem(error: ErrorObject): Problem {
  const parameters = error.params as Readonly<Record<string, unknown>>;
  const { missingProperty, additionalProperty, allowedValues } = parameters;
  if (typeof missingProperty === 'string') {
    return { path: `${error.instancePath}/${missingProperty}`, message: 'is required' };
  }
  if (typeof additionalProperty === 'string') {
    return { path: `${error.instancePath}/${additionalProperty}`, message: 'is not known' };
  }
  if (Array.isArray(allowedValues)) {
    return { path: error.instancePath, message: `must be one of ${allowedValues.join(', ')}` };
  }
  return { path: error.instancePath, message: error.message ?? `fails ${error.keyword}` };
}
