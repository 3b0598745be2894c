import type { StayRoom } from './records.ts';
import type { WorldState } from './world-state.ts';

const roomTypes = [
  { roomTypeId: '20311', roomTypeName: 'Double Room', floor: 1 },
  { roomTypeId: '20312', roomTypeName: 'Twin Room', floor: 2 },
  { roomTypeId: '20313', roomTypeName: 'Junior Suite', floor: 3 },
  { roomTypeId: '20314', roomTypeName: 'Single Room', floor: 4 },
] as const;

/** Rooms for a new stay. */
export function drawRooms(state: WorldState, stay: { reservationId: string; count: number; areAssigned: boolean }) {
  return Array.from({ length: stay.count }, (_, index): StayRoom => {
    const type = state.random.pick(roomTypes);
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
