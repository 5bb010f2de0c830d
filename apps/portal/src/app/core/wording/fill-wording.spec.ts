import { describe, expect, it } from '@jest/globals';
import { fillWording } from './fill-wording.js';

describe('wording', () => {
  it('has the words of the instructions', () => {
    expect(fillWording('myCart', {})).toBe('My Credit Cart/Certificates');
    expect(fillWording('addAllToCart', {})).toBe('Add all Eligible Sessions to Credit Cart');
  });

  it("carries a society's own word into every sentence that uses it", () => {
    expect(fillWording('addToCart', { cart: 'Session Evaluations' })).toBe('Add to Session Evaluations');
  });

  it('lets a society replace the whole sentence', () => {
    expect(fillWording('myCart', { cart: 'Claim', myCart: 'My CME' })).toBe('My CME');
  });

  it('leaves unknown and circular references as they stand', () => {
    expect(fillWording('cart', { cart: 'My {unknown}' })).toBe('My {unknown}');
    expect(fillWording('cart', { cart: '{myCart}', myCart: '{cart}' })).toBe('{cart}');
  });
});
