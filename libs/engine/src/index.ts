export { createEngine, type EngineOptions } from './create-engine.ts';
export type { Engine, Outcome } from './engine-type.ts';
export { EngineClosed, StoreFailed } from './failures.ts';
export { jobsOf } from './jobs-of.ts';
export { memoryBell } from './memory-bell.ts';
export { memoryEventStore } from './memory-store.ts';
export type { Addition, Bell, EventStore, LockedStore, Now } from './ports.ts';
