import { describe, expect, it } from '@jest/globals';
import { given, person, says, scene } from '../../test/given.ts';

const bring = (name: string) => says('mod', 'stage.bring', { participantId: person(name) });
const dismiss = (name: string) => says('mod', 'stage.dismiss', { participantId: person(name) });

describe('the stage', () => {
  it('[S1] shows its guests once', () => {
    given(scene(), bring('ann')).leaves(({ stage, floor }) => {
      expect(stage.guests).toEqual([person('ann')]);
      expect(floor.current).toBeNull();
    });
    given(scene(), bring('ann')).when(bring('ann')).refused('stage/already-there');
    given(scene(), bring('ann'), dismiss('ann')).when(dismiss('ann')).refused('stage/not-there');
  });
  it('[S2] is for those present', () => {
    given(scene(), says('ann', 'member.leave', {})).when(bring('ann')).refused('floor/not-present');
    given(scene()).when(bring('nobody')).refused('member/unknown');
  });
  it('[S3] keeps the layout chosen last', () => {
    given(scene(), says('mod', 'stage.arrange', { layout: 'grid' })).leaves(({ stage }) => expect(stage.layout).toBe('grid'));
    given(scene(), says('mod', 'stage.arrange', { layout: 'grid' })).when(says('moe', 'stage.arrange', { layout: 'grid' })).then();
  });
});
