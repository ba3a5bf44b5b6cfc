export type PortWish = { name: string; preferred?: number | undefined; given?: string | undefined };

export function readPort(name: string, value: string): number;
export function choosePorts(wishes: readonly PortWish[], options?: { host?: string; avoid?: readonly number[] }): Promise<Record<string, number>>;
export function choosePortRange(wish: PortWish & { count: number; host?: string }): Promise<number>;
