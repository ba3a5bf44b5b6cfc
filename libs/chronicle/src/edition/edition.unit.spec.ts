import { describe, expect, it } from '@jest/globals';
import type { Document, ParticipantId } from '@yaji/contracts';
import { amended } from './amended.ts';
import { changed, emptyDraft } from './draft.ts';
import { reworded } from './reworded.ts';

const chair = { by: '11111111-1111-4111-8111-111111111111' as ParticipantId, at: 1_000 };
const document: Document = {
  language: 'en', title: 'Minutes', blocks: [
    { kind: 'heading', level: 1, text: 'Minutes' },
    { kind: 'paragraph', key: 'topic:a', runs: [{ text: 'What was ' }, { text: 'computed', moment: 77 }] },
    { kind: 'paragraph', key: null, runs: [{ text: 'Carried with 3 votes to 1.' }] },
    { kind: 'figure', pictureId: 'p-1', alt: 'Ann', caption: 'Ann speaks.' },
  ],
};

describe('a draft', () => {
  const said = changed(emptyDraft, { what: 'text', key: 'topic:a', language: 'en', text: 'What was meant' }, chair);

  it('puts the words of a reviewer in the place of a paragraph, in that language alone, and the moment stays', () => {
    expect(said && reworded(document, said).blocks[1]).toEqual({ kind: 'paragraph', key: 'topic:a', runs: [{ text: 'What was meant', moment: 77 }] });
    expect(said && reworded({ ...document, language: 'zh-CN' }, said).blocks[1]).toEqual(document.blocks[1]);
  });

  it('takes the computed words again', () => {
    expect(said && changed(said, { what: 'text', key: 'topic:a', language: 'en', text: null }, chair)).toEqual(emptyDraft);
  });

  it('never touches facts, and keeps words for what is not there without harm', () => {
    const other = changed(emptyDraft, { what: 'text', key: 'gone', language: 'en', text: 'x' }, chair);
    expect(other && reworded(document, other)).toEqual(document);
  });

  it('leaves out a picture and shows it again', () => {
    const without = changed(emptyDraft, { what: 'picture', pictureId: 'p-1', shown: false }, chair);
    expect(without && reworded(document, without).blocks).toHaveLength(3);
    expect(without && changed(without, { what: 'picture', pictureId: 'p-1', shown: true }, chair)).toEqual(emptyDraft);
  });

  it('is no longer reviewed when something in it changes', () => {
    const reviewed = changed(emptyDraft, { what: 'reviewed', reviewed: true }, chair);
    expect(reviewed?.reviewed).toEqual(chair);
    expect(reviewed && changed(reviewed, { what: 'quotes', quotes: 'agreed' }, chair)?.reviewed).toBeNull();
  });

  it('remembers what is no task, is as reviewed as before, and forgets it again', () => {
    const reviewed = changed(emptyDraft, { what: 'reviewed', reviewed: true }, chair);
    const said = { lineId: 'l-1', text: 'Will drafts it.' };
    const passed = reviewed && changed(reviewed, { what: 'pass-over', said, passed: true }, chair);
    const twice = passed && changed(passed, { what: 'pass-over', said, passed: true }, chair);
    expect(twice).toEqual({ ...emptyDraft, reviewed: chair, passedOver: [said] });
    expect(twice && changed(twice, { what: 'pass-over', said, passed: false }, chair)?.passedOver).toEqual([]);
    const full = { ...emptyDraft, passedOver: Array.from({ length: 500 }, (_, n) => ({ lineId: `l-${n}`, text: 'x' })) };
    expect(changed(full, { what: 'pass-over', said, passed: true }, chair)).toBeNull();
  });

  it('holds an action once, as it was said last, and refuses more than anybody writes', () => {
    const action = { actionId: '22222222-2222-4222-8222-222222222222', kind: 'action' as const, what: 'Send the calendar', who: [], organisation: null, by: null };
    const once = changed(emptyDraft, { what: 'action', action }, chair);
    const twice = once && changed(once, { what: 'action', action: { ...action, by: '2026-12-15' } }, chair);
    expect(twice?.actions).toEqual([{ ...action, by: '2026-12-15' }]);
    const full = { ...emptyDraft, texts: Object.fromEntries(Array.from({ length: 2_000 }, (_, n) => [`k${n}`, { en: 'x' }])) };
    expect(changed(full, { what: 'text', key: 'one-more', language: 'en', text: 'x' }, chair)).toBeNull();
  });
});

describe('an amended document', () => {
  it('is what was approved, with the amendments below it, numbered', () => {
    const both = amended(document, [{ number: 1, text: { en: 'Lin was present.', 'zh-CN': '林出席。' } }, { number: 2, text: { 'zh-CN': '时间为三点。' } }]);
    expect(both.blocks.slice(0, 4)).toEqual(document.blocks);
    expect(both.blocks.slice(4)).toEqual([
      { kind: 'heading', level: 1, text: 'Amendments' },
      { kind: 'heading', level: 2, text: 'Amendment 1' }, { kind: 'paragraph', runs: [{ text: 'Lin was present.' }], key: null },
      { kind: 'heading', level: 2, text: 'Amendment 2' }, { kind: 'paragraph', runs: [{ text: '时间为三点。' }], key: null },
    ]);
    expect(amended(document, [])).toEqual(document);
  });
});
