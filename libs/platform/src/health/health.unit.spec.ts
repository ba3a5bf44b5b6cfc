import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { Test } from '@nestjs/testing';
import { createLog } from '../log.ts';
import request from 'supertest';
import { operatorKey } from '../tokens/keys.ts';
import { HealthModule } from './health.module.ts';
import { createMetrics } from './metrics.ts';

const secret = 'a secret of more than thirty-two characters';

async function doors(check: () => Promise<unknown>, draining = false) {
  const health = { probes: [{ name: 'postgres', check }], metrics: createMetrics('api'), log: createLog('api', 'silent'), secret, draining: () => draining };
  const module = await Test.createTestingModule({ imports: [HealthModule.with(health)] }).compile();
  const app = module.createNestApplication({ logger: false });
  await app.listen(0, '127.0.0.1');
  return app;
}

describe('the health doors', () => {
  it('tell life from readiness', async () => {
    const app = await doors(() => Promise.reject(new Error('away')));
    const url = await app.getUrl();
    await request(url).get('/health/live').expect(200, { status: 'alive' });
    await request(url).get('/health/ready').expect(503, { status: 'not-ready', probes: { postgres: 'failed' } });
    await app.close();
  });

  it('are ready when every probe answers, and not while draining', async () => {
    const ready = await doors(() => Promise.resolve());
    await request(await ready.getUrl()).get('/health/ready').expect(200, { status: 'ready', probes: { postgres: 'ok' } });
    await ready.close();
    const draining = await doors(() => Promise.resolve(), true);
    await request(await draining.getUrl()).get('/health/ready').expect(503);
    await draining.close();
  });

  it('show figures to this machine and to the operator', async () => {
    const app = await doors(() => Promise.resolve());
    const url = await app.getUrl();
    const { text } = await request(url).get('/metrics').expect(200);
    expect(text).toContain('nodejs_eventloop_lag_seconds');
    await request(url).get('/metrics').set('x-forwarded-for', '203.0.113.9').expect(404);
    await request(url).get('/metrics').set('x-forwarded-for', '203.0.113.9').set('authorization', `Bearer ${operatorKey(secret)}`).expect(200);
    await app.close();
  });
});
