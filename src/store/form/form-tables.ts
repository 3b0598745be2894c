import type { Generated } from 'kysely';
import type { FormDelivery, FormRefusal, FormState } from '../../ports/forms.ts';
import type { KeyedDigest, Sealed } from '../column-kinds.ts';

/** The tables of guests' forms. */
export interface FormTables {
  readonly guest_form: GuestFormTable;
  readonly form_document: { readonly form_id: string; readonly sealed_document: Sealed };
  readonly form_desk_link: FormDeskLinkTable;
}

export interface GuestFormTable {
  readonly no: Generated<number>;
  readonly id: string;
  readonly property_id: string;
  readonly reservation_id: string;
  readonly guest_id: string | null;
  readonly host_form_id: string | null;
  readonly state: FormState;
  readonly generation: number;
  readonly revision: number;
  readonly token_digest: KeyedDigest;
  /** Topics as JSON. */
  readonly needed: string;
  readonly language: string | null;
  readonly opened_at: string;
  readonly submitted_at: string | null;
  readonly delivery: FormDelivery;
  readonly delivered_at: string | null;
  readonly refusal: FormRefusal | null;
  readonly person_asked_at: string | null;
  readonly wrong_factors: number;
  readonly wrong_factors_since: string | null;
  readonly sealed_content: Sealed;
}

export interface FormDeskLinkTable {
  readonly token_digest: KeyedDigest;
  readonly form_id: string;
  readonly valid_until: string;
  readonly sealed_actor: Sealed;
}
