import type { Cart } from '../../core/api/contract.js';
import { actionLabel } from './action-label.js';

export interface NextAction {
  label: string;
  link: string[];
}

/** The one thing to do next: pick sessions, do what is required, review and submit, see the certificates. */
export function nextAction(cart: Cart, lineCount: number): NextAction {
  if (cart.state === 'submitted') return { label: 'See your certificates', link: ['/certificates'] };
  if (lineCount === 0) return { label: 'Add sessions', link: ['/sessions'] };
  const unmet = cart.requirements.find(
    ({ state, action }) => state === 'unmet' && (action?.kind === 'evaluation' || action?.kind === 'form'),
  );
  if (unmet?.action) {
    return {
      label: actionLabel(unmet),
      link: unmet.action.formKey ? ['/evaluation', unmet.action.formKey] : ['/evaluation'],
    };
  }
  return { label: 'Review and submit', link: ['/review'] };
}
