import type { Electorate, LocalText, PlannedAward, PlannedItem, PlannedMotion, PlannedPoll, RoomId, RoomRules, SalonId } from '@yaji/contracts';
import { EntitySchema } from 'typeorm';
import { integer, json, key, uuid } from './columns.ts';

/** A room as planned; once it is open its log alone says what it is. */
export type PlannedRoom = {
  roomId: RoomId;
  salonId: SalonId;
  position: number;
  title: LocalText;
  rules: RoomRules;
  agenda: PlannedItem[];
  polls: PlannedPoll[];
  electorate: Electorate;
  motions: PlannedMotion[];
  awards: PlannedAward[];
};

export const PlannedRoomEntity = new EntitySchema<PlannedRoom>({
  name: 'PlannedRoom',
  tableName: 'room',
  columns: {
    roomId: key(uuid('room_id')), salonId: uuid('salon_id'), position: integer('position'),
    title: json('title'), rules: json('rules'), agenda: json('agenda'), polls: json('polls'),
    electorate: json('electorate'), motions: json('motions'), awards: json('awards'),
  },
});
