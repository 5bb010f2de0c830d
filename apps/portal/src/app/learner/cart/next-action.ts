import type { Cart } from '../../core/api/contract.js';
import { actionLabel } from './action-label.js';

export interface NextAction {
  label: string;
  link: string[];
  query: Record<string, string>;
}

/** The one thing to do next: pick sessions, answer what is required, review and submit, see the certificates. */
export function nextAction(cart: Cart, lineCount: number): NextAction {
  const to = (label: string, ...link: string[]): NextAction => ({ label, link, query: {} });
  if (cart.state === 'submitted') return to('See your certificates', '/certificates');
  if (lineCount === 0) return to('Add sessions', '/sessions');
  const unmet = cart.requirements.find(
    ({ state, action }) => state === 'unmet' && action?.kind === 'evaluation',
  );
  if (!unmet?.action) return to('Review and submit', '/review');
  const { formKey, offeringId } = unmet.action;
  return {
    label: actionLabel(unmet),
    link: formKey ? ['/evaluation', formKey] : ['/evaluation'],
    query: offeringId ? { offeringId } : {},
  };
}
