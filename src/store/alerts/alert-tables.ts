import type { ColumnType, Generated } from 'kysely';
import type { AlertKind, AlertPhase } from '../../domain/alerts/alert-kinds.ts';
import type { Sealed } from '../column-kinds.ts';

type Optional<Value> = ColumnType<Value | null, Value | null | undefined, Value | null>;

/** What somebody was to be told of, and who was told: ids, counts and instants. */
export interface AlertTables {
  readonly alert: AlertTable;
  readonly alert_delivery: AlertDeliveryTable;
}

export interface AlertTable {
  readonly no: Generated<number>;
  readonly id: string;
  readonly kind: AlertKind;
  /** Empty where it concerns the whole service: the cause is unique, and nulls are not equal. */
  readonly property_id: string;
  readonly about: string;
  /** JSON. */
  readonly facts: string;
  readonly opened_at: string;
  readonly last_seen_at: string;
  readonly settled_at: Optional<string>;
  readonly acknowledged_at: Optional<string>;
  readonly sealed_acknowledged_by: Optional<Sealed>;
}

export interface AlertDeliveryTable {
  readonly alert_id: string;
  readonly phase: AlertPhase;
  readonly target: string;
  readonly at: string;
}
