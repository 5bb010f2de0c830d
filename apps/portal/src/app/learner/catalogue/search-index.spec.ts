import { describe, expect, it, jest } from '@jest/globals';
import { SearchIndex, type Searchable, speakersFound } from './search-index.js';

const session = (id: string, over: Partial<Searchable> = {}): Searchable => ({
  id,
  title: 'Ablation of Atrial Fibrillation',
  code: id.toUpperCase(),
  room: 'Ballroom A',
  track: 'Ablation',
  category: 'Core Curriculum',
  type: 'Lecture',
  speakers: ['José Ángel Okafor'],
  ...over,
});

const index = new SearchIndex([
  session('s-1', { title: 'Heart failure and pacing', speakers: ['Thị Minh Nguyễn'] }),
  session('s-2', { title: 'Pacing the conduction system', room: 'Heart Theatre', code: 'EP-417' }),
  session('s-3', { title: 'Tachycardia 2026: VT/VF storms', speakers: ['山田 太郎'] }),
]);

describe('SearchIndex', () => {
  it('answers null for an empty query', () => {
    expect(index.find('')).toBeNull();
    expect(index.find('  – ')).toBeNull();
  });

  it('finds words by their start, without case or accents', () => {
    expect(index.find('NGUYEN')).toEqual(['s-1']);
    expect(index.find('tach storm')).toEqual(['s-3']);
    expect(index.find('cardia')).toEqual([]);
  });

  it('wants every word, wherever it stands, and puts titles first', () => {
    expect(index.find('heart')).toEqual(['s-1', 's-2']);
    expect(index.find('heart conduction')).toEqual(['s-2']);
    expect(index.find('pacing theatre')).toEqual(['s-2']);
  });

  it('reads other scripts, codes and signs', () => {
    expect(index.find('山田')).toEqual(['s-3']);
    expect(index.find('vt/vf')).toEqual(['s-3']);
    expect(index.find('ep-417')).toEqual(['s-2']);
  });

  it('works through the words of a thousand sessions once, and per key press through what was typed alone', () => {
    // Folding letters is nearly all of the work; looking for folded words is a scan.
    const folding = jest.spyOn(String.prototype, 'normalize');
    try {
      const many = new SearchIndex(Array.from({ length: 1000 }, (_, at) => session(`n-${String(at)}`)));
      expect(folding).toHaveBeenCalledTimes(2_000);
      folding.mockClear();
      for (const query of ['a', 'ab', 'abl', 'ablation', 'ablation okafor']) many.find(query);
      expect(folding).toHaveBeenCalledTimes(5);
      expect(many.find('okafor')).toHaveLength(1000);
    } finally {
      folding.mockRestore();
    }
  });
});

describe('speakersFound', () => {
  it('names those who were searched for, whatever accents were typed', () => {
    const speakers = ['Angela Cooper, MD', 'Günther von und zu Hohenfels, MD'];
    expect(speakersFound(speakers, 'gunther')).toEqual(['Günther von und zu Hohenfels, MD']);
    expect(speakersFound(speakers, 'oop')).toEqual([]);
    expect(speakersFound(speakers, ' ')).toEqual([]);
  });
});
