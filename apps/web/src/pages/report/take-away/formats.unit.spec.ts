import { expect, it } from '@jest/globals';
import { exportFormats } from '@yaji/contracts';
import { formatsOf } from './formats.ts';

it('the formats that a page offers are those of the contract, in their order', () => {
  expect(formatsOf).toEqual(exportFormats);
});
