/** A way into the demo as `npm start` prints it. */
export interface PrintedSignIn {
  readonly address: string;
  readonly as: 'badge' | 'password' | 'provider' | 'staff';
  readonly name: string;
  /** Of a badge the last name. */
  readonly secret: string;
}

/** Reads addresses and sign-ins from what `npm start` printed, as a person would. */
export function printedSignIns(output: string): PrintedSignIn[] {
  const found: PrintedSignIn[] = [];
  const password = /all with the password (\S+)/.exec(output)?.[1] ?? '';
  let address = '';
  let badges: PrintedSignIn[] = [];
  for (const line of output.split('\n')) {
    address = /^\S.*\s(http:\/\/\S+\.localhost:\d+)$/.exec(line)?.[1] ?? address;
    const [, badge, lastName = ''] = /^ {2}badge (\d+) {2}(\S+)/.exec(line) ?? [];
    const [, names, secret = ''] = /^ {2}\S+ {2,}(\S+ or \S+) \/ (\S+)$/.exec(line) ?? [];
    const [, email, word = ''] = /^ {2}staff\s+(\S+) \/ (\S+)$/.exec(line) ?? [];
    const [, username] = /^ {2}([a-z]+) {2,}[A-Z]{2}\S*, /.exec(line) ?? [];
    if (badge !== undefined) {
      const one = { address, as: 'badge', name: badge, secret: lastName } as const;
      badges = [...badges, one];
      found.push(one);
    } else if (/^ {2}the same badges and names$/.test(line)) {
      found.push(...badges.map((one) => ({ ...one, address })));
    } else if (names !== undefined) {
      for (const name of names.split(' or ')) found.push({ address, as: 'provider', name, secret });
    } else if (email !== undefined) {
      found.push({ address, as: 'staff', name: email, secret: word });
    } else if (username !== undefined && !line.includes('badge')) {
      found.push({ address, as: 'password', name: username, secret: password });
    }
  }
  return found;
}
