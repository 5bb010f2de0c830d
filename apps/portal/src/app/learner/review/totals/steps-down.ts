/**
 * What can be claimed of a computed maximum, from all of it down to nothing: the maximum itself, and below it every
 * whole number of increments. All in decimal credits.
 */
export function stepsDown(max: number, increment: number): number[] {
  const top = Math.round(max * 100);
  const step = Math.max(1, Math.round(increment * 100));
  const below = Math.ceil(top / step) * step - step;
  const amounts = [top];
  for (let amount = below; amount >= 0; amount -= step) if (amount < top) amounts.push(amount);
  return amounts.map((amount) => amount / 100);
}
