export { assertNever } from './assert-never.ts';
export type { Brand } from './brand.ts';
export type { DeepReadonly } from './deep-readonly.ts';
export { err, ok, type Result } from './result.ts';
