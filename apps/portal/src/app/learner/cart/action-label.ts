import type { RequirementView } from '../../core/api/contract.js';

/** What the button of a requirement says: the society's own label, or a plain verb for what it does. */
export function actionLabel({ title, state, action }: RequirementView): string {
  const isMet = state === 'met';
  if (action?.label) return action.label;
  switch (action?.kind) {
    case 'form':
      return isMet ? 'See what you filled in' : (action.form?.title ?? title);
    case 'totals':
      return isMet ? 'Change how much you claim' : 'Choose how much you claim';
    case 'evaluation':
      if (isMet) return 'Look at your answers';
      return state === 'optional' ? `Open the ${title}` : `Complete the ${title}`;
    case 'sessions':
      return isMet ? 'Add more sessions' : 'Add sessions';
    case 'attest':
      return 'Review and submit';
    case 'link':
    case undefined:
      return title;
  }
}
