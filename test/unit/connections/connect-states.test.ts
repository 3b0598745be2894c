import { expect, test } from '@jest/globals';
import { createConnectStates } from '../../../src/store/connections/connect-states.ts';

const states = createConnectStates(Buffer.alloc(32, 7));

test('a state counts for the session and under the key that it was made with, and no two are alike', () => {
  const state = states.make('session 1');
  expect(states.isOf(state, 'session 1')).toBe(true);
  expect(states.isOf(state, 'session 2')).toBe(false);
  expect(createConnectStates(Buffer.alloc(32, 8)).isOf(state, 'session 1')).toBe(false);
  expect(states.make('session 1')).not.toBe(state);
});

test('a state of which one sign was changed, in whichever place, counts no more', () => {
  const state = states.make('session 1');
  for (let place = 0; place < state.length; place += 1) {
    const other = state[place] === 'A' ? 'B' : 'A';
    const changed = state.slice(0, place) + other + state.slice(place + 1);
    expect(states.isOf(changed, 'session 1')).toBe(false);
  }
});
