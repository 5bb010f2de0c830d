import type { Step } from '@laurel/ui';
import type { Cart } from '../../core/api/contract.js';

export type EarnedStepKey = 'select' | 'preview' | 'certificate';

/** The steps of a claim of earned credit: select, look at the certificate, have it. */
export function earnedProgress(
  cart: Pick<Cart, 'state' | 'lines'> | null,
  url: string,
  labels: Readonly<Record<EarnedStepKey, string>>,
): Step[] {
  const hasSelected = cart?.state === 'draft' && cart.lines.length > 0;
  const here: EarnedStepKey | null = url.startsWith('/credits/preview')
    ? 'preview'
    : url.startsWith('/claims/')
      ? 'certificate'
      : url.startsWith('/credits')
        ? 'select'
        : null;
  const stateOf = (key: EarnedStepKey): Step['state'] => {
    if (key === here) return 'current';
    // A claim is there: what led to it is done.
    if (here === 'certificate') return 'done';
    if (key === 'select') return hasSelected ? 'done' : 'next';
    return key === 'preview' && hasSelected ? 'next' : 'ahead';
  };
  const links = { select: '/credits', preview: '/credits/preview', certificate: '/claims' } as const;
  return (['select', 'preview', 'certificate'] as const).map((key) => ({
    key,
    label: labels[key],
    link: links[key],
    state: stateOf(key),
  }));
}
