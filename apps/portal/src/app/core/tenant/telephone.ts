/** The address that dials a number as it is printed: `+1 800 555 0142, option 2` is dialled up to the comma. */
export const telephoneLink = (printed: string): string =>
  `tel:${(printed.split(/[,;]|\bext|\bopt/i)[0] ?? '').replaceAll(/[^\d+]/g, '')}`;
