export interface UnsentAnswers {
  formKey: string;
  offeringId: string | null;
}

/** "form:offering" or "form:"; an offering's id never has a colon, a form's key may. */
export function parseUnsent(rest: string): UnsentAnswers {
  const at = rest.lastIndexOf(':');
  return { formKey: rest.slice(0, at), offeringId: rest.slice(at + 1) || null };
}
