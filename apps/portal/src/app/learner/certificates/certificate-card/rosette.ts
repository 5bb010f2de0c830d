/**
 * A guilloche rosette as banknotes and certificates have it: a hypotrochoid, closed after `turns` turns.
 * @returns an SVG path in a box from -100 to 100.
 */
export function rosettePath(turns: number, petals: number, depth: number): string {
  const points = petals * 16;
  const at = (index: number): string => {
    const angle = (index / points) * Math.PI * 2 * turns;
    const radius = 100 * (1 - depth + depth * Math.cos((petals / turns) * angle));
    return `${(radius * Math.cos(angle)).toFixed(1)} ${(radius * Math.sin(angle)).toFixed(1)}`;
  };
  return `M${Array.from({ length: points }, (_, index) => at(index)).join('L')}Z`;
}
