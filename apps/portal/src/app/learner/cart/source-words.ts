/**
 * How much another place has for the cart: "9 transmitted, 2 of them not in your Credit Cart yet".
 *
 * @param mark the society's word for what came from there, as it stands on a line: "Transmitted"
 * @param newCount how many of `count` are not in the cart
 */
export function sourceWords(mark: string, count: number, newCount: number, cart: string): string {
  const marked = mark.charAt(0).toLowerCase() + mark.slice(1);
  if (count === 0) return `Nothing ${marked} yet.`;
  const all = `${String(count)} ${marked}`;
  if (count === 1) return newCount === 0 ? `${all}, in your ${cart}` : `${all}, not in your ${cart} yet`;
  if (newCount === 0) return `${all}, all of them in your ${cart}`;
  if (newCount === count) return `${all}, none of them in your ${cart} yet`;
  return `${all}, ${String(newCount)} of them not in your ${cart} yet`;
}
