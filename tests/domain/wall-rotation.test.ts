import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  AT_FIRST,
  dwell,
  pass,
  settle,
  showSlide,
  step,
  type Rotation,
  type Turn,
} from '../../src/domain/wall-rotation.ts';

const turn = (key: string, seconds = 20, fresh = false): Turn => ({
  key,
  slide: key.split('/')[0] ?? key,
  seconds,
  fresh,
});
const THREE = [turn('a'), turn('b/1'), turn('b/2')];
const on = (key: string, more: Partial<Rotation> = {}): Rotation => settle({ ...AT_FIRST, key, ...more }, THREE);

describe('the rotation of a wall', () => {
  it('goes to the next page when the time of one is over, and from the last to the first', () => {
    expect(pass(on('a'), THREE, 19_999)).toMatchObject({ between: false, rotation: { key: 'a', shown: 19_999 } });
    expect(pass(on('a', { shown: 19_000 }), THREE, 1000)).toMatchObject({
      between: true,
      rotation: { key: 'b/1', shown: 0 },
    });
    expect(pass(on('b/2', { shown: 19_000 }), THREE, 1000).rotation.key).toBe('a');
  });

  it('leaves a page with a fresh signal on for twice as long', () => {
    expect(dwell(turn('a', 20, true))).toBe(40_000);
    expect(pass({ ...AT_FIRST, key: 'a' }, [turn('a', 20, true), turn('b')], 39_000).between).toBe(false);
  });

  it('goes one page on after a sleep, not through all of them', () => {
    expect(pass(on('a'), THREE, 8 * 3_600_000).rotation.key).toBe('b/1');
  });

  it('stays where it is while it is paused, and still has moments between', () => {
    const passed = pass(on('a', { mode: 'paused', shown: 19_500 }), THREE, 1000);
    expect(passed).toMatchObject({ between: true, rotation: { key: 'a', shown: 0, mode: 'paused' } });
  });

  it('goes on and back by hand, round and round, and shows a page from its beginning', () => {
    expect(step(on('b/2', { shown: 9000 }), THREE, 1)).toMatchObject({ key: 'a', shown: 0 });
    expect(step(on('a'), THREE, -1).key).toBe('b/2');
  });

  it('shows the first page of a slide, and does nothing for one that it has not', () => {
    expect(showSlide(on('a'), THREE, 'b').key).toBe('b/1');
    expect(showSlide(on('a', { shown: 5 }), THREE, 'gone')).toEqual(on('a', { shown: 5 }));
  });

  it('stays on its page when others come and go around it', () => {
    const shown = on('b/1', { shown: 7000 });
    expect(settle(shown, [turn('new'), turn('a'), turn('b/1')])).toMatchObject({ key: 'b/1', index: 2, shown: 7000 });
  });

  it('takes the page in its place where its own is gone, from its beginning', () => {
    expect(settle(on('b/1', { shown: 7000 }), [turn('a'), turn('b/2')])).toMatchObject({ key: 'b/2', shown: 0 });
    expect(settle(on('b/2'), [turn('a')])).toMatchObject({ key: 'a', index: 0 });
  });

  it('finds its page again after a time in which there was none', () => {
    expect(settle(settle(on('b/1'), []), THREE).key).toBe('b/1');
  });

  it('never leaves its pages, and shows every one within a round', () => {
    const turns = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,3}$/), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(turns, fc.boolean(), (keys, fresh) => {
        const pages = keys.map((key) => turn(key, 20, fresh));
        let rotation = AT_FIRST;
        const seen = new Set<string | null>();
        for (let left = pages.length; left > 0; left -= 1) {
          rotation = pass(rotation, pages, 40_000).rotation;
          seen.add(rotation.key);
        }
        expect([...seen].toSorted()).toEqual(keys.toSorted());
      }),
    );
  });
});
