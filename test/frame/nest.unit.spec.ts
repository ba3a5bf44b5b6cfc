import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { Controller, Get, Injectable, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import request from 'supertest';
import { ok } from '@yaji/kit';

@Injectable()
class Bell {
  ring(): string {
    return JSON.stringify(ok('ding'));
  }
}

@Controller()
class Door {
  constructor(private readonly bell: Bell) {}
  @Get()
  open(): string {
    return this.bell.ring();
  }
}

@Module({ controllers: [Door], providers: [Bell] })
class House {}

describe('the frame', () => {
  it('runs Nest under the project\'s own Node, injecting by constructor type', async () => {
    const module = await Test.createTestingModule({ imports: [House] }).compile();
    const app = module.createNestApplication({ logger: false });
    await app.listen(0);
    await request(await app.getUrl()).get('/').expect(200, '{"ok":true,"value":"ding"}');
    await app.close();
    expect(process.versions.node.split('.')[0]).toBe('26');
  });
});
