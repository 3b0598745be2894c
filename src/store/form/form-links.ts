import type { FormLinks } from '../../ports/forms.ts';
import { createKeyedDigest, deriveKey } from '../keys.ts';

/** A form's secret is 256 bits of SECRET_KEY's, for this form and this generation of its link. */
export function createFormLinks(secretKey: Buffer, publicUrl: string): FormLinks {
  const digest = createKeyedDigest(deriveKey(secretKey, 'form-link'));
  const derive = (purpose: string, formId: string, generation: number) =>
    digest(JSON.stringify([purpose, formId, generation])).toString('base64url');
  const toToken = (formId: string, generation: number) => derive('link', formId, generation);
  const toUrlOf = (token: string) => `${publicUrl}/form/${token}`;
  return {
    toToken,
    toUrlOf,
    toUrl: ({ id, generation }) => toUrlOf(toToken(id, generation)),
    toFactorProof: ({ id, generation }) => derive('factor', id, generation),
  };
}
