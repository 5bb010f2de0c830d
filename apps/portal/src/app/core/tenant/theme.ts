import type { AccentPalette } from '@laurel/ui';

/** Writes a palette as the custom properties that `tokens.css` declares; both schemes at once. */
export function applyPalette(root: HTMLElement, { light, dark, deep, hue }: AccentPalette): void {
  const pair = (name: string, lightValue: string, darkValue: string) =>
    root.style.setProperty(name, `light-dark(${lightValue}, ${darkValue})`);
  pair('--accent', light.fill, dark.fill);
  pair('--on-accent', light.onFill, dark.onFill);
  pair('--accent-text', light.text, dark.text);
  pair('--accent-soft', light.soft, dark.soft);
  pair('--on-accent-soft', light.onSoft, dark.onSoft);
  root.style.setProperty('--accent-deep', deep);
  root.style.setProperty('--hue', String(hue));
}
