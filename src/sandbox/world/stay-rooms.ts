import type { StayRoom } from './records.ts';
import type { WorldState } from './world-state.ts';

const roomTypes = [
  { roomTypeId: '20311', roomTypeName: 'Double Room', floor: 1, sleeps: 2 },
  { roomTypeId: '20312', roomTypeName: 'Twin Room', floor: 2, sleeps: 2 },
  { roomTypeId: '20313', roomTypeName: 'Family Suite', floor: 3, sleeps: 4 },
  { roomTypeId: '20314', roomTypeName: 'Single Room', floor: 4, sleeps: 1 },
] as const;

export interface WantedRooms {
  readonly reservationId: string;
  readonly count: number;
  readonly areAssigned: boolean;
  readonly people: number;
}

/** Rooms for a new stay, large enough for its people where the house has such rooms. */
export function drawRooms(state: WorldState, stay: WantedRooms): StayRoom[] {
  const peoplePerRoom = Math.ceil(stay.people / stay.count);
  const fitting = roomTypes.filter(({ sleeps }) => sleeps >= peoplePerRoom);
  return Array.from({ length: stay.count }, (_, index): StayRoom => {
    const type = state.random.pick(fitting.length > 0 ? fitting : roomTypes);
    const number = state.random.integer(1, 24);
    return {
      reservationRoomId: state.drawId('room'),
      subReservationId: index === 0 ? stay.reservationId : `${stay.reservationId}-${index}`,
      roomTypeId: type.roomTypeId,
      roomTypeName: type.roomTypeName,
      roomId: stay.areAssigned ? `${type.roomTypeId}-${number - 1}` : undefined,
      roomName: stay.areAssigned ? `${type.floor}${String(number).padStart(2, '0')}` : undefined,
    };
  });
}
