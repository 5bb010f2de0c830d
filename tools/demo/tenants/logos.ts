/** Marks of the demo societies, drawn for them; `currentColor` is the society's accent. */
export const logos = {
  rhythm: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"><circle cx="24" cy="24" r="21"/><path d="M6 25h9l3.5-9 6 18 5-13 2.5 4h10"/></svg>`,
  plastics: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"><path d="M8 38C14 12 30 6 40 8c0 14-8 28-26 28"/><path d="M8 40c6-10 12-15 20-20"/></svg>`,
  medquest: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"><path d="M24 6 42 15 24 24 6 15Z"/><path d="M12 19v12c0 4 24 4 24 0V19"/><path d="M42 15v13"/></svg>`,
} as const;
