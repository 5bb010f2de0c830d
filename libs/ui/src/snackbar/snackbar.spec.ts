import '@angular/compiler';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Snackbar } from './snackbar.js';

let snackbar: Snackbar;
const shown = () => snackbar.message()?.text;

beforeEach(() => {
  jest.useFakeTimers();
  snackbar = new Snackbar();
});
afterEach(() => {
  jest.useRealTimers();
});

describe('Snackbar', () => {
  it('goes by itself after seven seconds, and a newer message has its own', () => {
    snackbar.show({ text: 'Added' });
    jest.advanceTimersByTime(6_000);
    snackbar.show({ text: 'Removed' });
    jest.advanceTimersByTime(6_900);
    expect(shown()).toBe('Removed');
    jest.advanceTimersByTime(200);
    expect(shown()).toBeUndefined();
  });

  it('stays while the pointer or the focus is on it, and a newer one too', () => {
    snackbar.show({ text: 'Added' });
    snackbar.hold('pointer');
    snackbar.hold('focus');
    snackbar.release('pointer');
    snackbar.show({ text: 'Added. Another session is at the same time' });
    jest.advanceTimersByTime(60_000);
    expect(shown()).toMatch(/same time/);
    snackbar.release('focus');
    jest.advanceTimersByTime(7_100);
    expect(shown()).toBeUndefined();
  });

  it('does not hold a later message because the pointer was on one that is gone', () => {
    snackbar.show({ text: 'Added' });
    snackbar.hold('pointer');
    snackbar.dismiss();
    snackbar.show({ text: 'Removed' });
    jest.advanceTimersByTime(7_100);
    expect(shown()).toBeUndefined();
  });

  it('leaves with its page, unless it tells of what was refused on the way', () => {
    snackbar.show({ text: 'Added' });
    snackbar.pageChanged();
    expect(shown()).toBeUndefined();
    snackbar.show({ text: 'The amount was not saved', goesAlong: true });
    snackbar.pageChanged();
    expect(shown()).toBe('The amount was not saved');
    snackbar.pageChanged();
    expect(shown()).toBeUndefined();
  });

  it('is gone when its action runs, so that the action may say something', () => {
    snackbar.show({
      text: 'Removed',
      action: { label: 'Undo', run: () => snackbar.show({ text: 'It is back' }) },
    });
    snackbar.act();
    expect(shown()).toBe('It is back');
  });
});
