import { t } from '../i18n/texts.ts';
import { type Connection, isEndedHere } from './connections.ts';
import { PropertyFacts } from './property-facts.tsx';
import { PropertySteps } from './property-steps.tsx';
import { type ConnectWays, PropertyTodo } from './property-todo.tsx';

export interface PropertyBodyProps {
  readonly connection: Connection;
  readonly ways: ConnectWays;
  readonly onDone: () => void;
}

/** How one property is followed, what is wrong with it, and what can be done. */
export function PropertyBody({ connection, ways, onDone }: PropertyBodyProps) {
  return (
    <div class="fold-body">
      <PropertyTodo connection={connection} ways={ways} />
      <PropertyFacts connection={connection} />
      <PropertySteps connection={connection} onDone={onDone} />
    </div>
  );
}

const stateLooks = { connecting: 'pill-open', connected: 'pill-good', disconnected: 'pill-bad' } as const;
const syncLooks = { not_yet: 'pill-open', up_to_date: 'pill-good', behind: 'pill-bad', silent: 'pill-open' } as const;

/** How one property stands, in a word or two. */
export function PropertyMarks({ connection }: { readonly connection: Connection }) {
  const { state, sync } = connection;
  return (
    <span class="marks">
      <span class={`pill ${isEndedHere(connection) ? '' : stateLooks[state]}`}>{t(`connections.states.${state}`)}</span>
      {state === 'connected' && (
        <span class={`pill ${syncLooks[sync.standing]}`}>{t(`connections.sync.${sync.standing}`)}</span>
      )}
    </span>
  );
}
