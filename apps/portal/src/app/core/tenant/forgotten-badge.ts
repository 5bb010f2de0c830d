/** What the way out for a forgotten badge does: it writes a mail, or opens a page that looks the badge up. */
export function forgottenBadgeLabel(url: string, badge: string): string {
  const address = /^mailto:(?<address>[^?]+)/i.exec(url)?.groups?.['address'];
  return address === undefined ? `Look up my ${badge}` : `Write to ${decodeURIComponent(address)}`;
}
