import { NAME_STOCKS } from './names.js';
import type { Random } from './random.js';

const CREDENTIALS = [
  'MD',
  'MD, PhD',
  'MD, FHRS',
  'MD, MPH',
  'DO',
  'MBBS',
  'PhD',
  'NP',
  'PA-C',
  'RN, CCDS',
] as const;

/** The people who speak, none of them in two rooms at once. */
export class Faculty {
  private readonly people: string[];
  private readonly busy = new Map<string, { start: string; end: string }[]>();

  constructor(
    private readonly random: Random,
    size = 220,
  ) {
    const stocks = NAME_STOCKS.filter(({ script, given }) => script === 'Latin' && given.length > 1);
    const names = new Set<string>();
    while (names.size < size) {
      const stock = random.weighted(stocks.map((one) => [one, one.weight] as const));
      names.add(`${random.pick(stock.given)} ${random.pick(stock.family)}, ${random.pick(CREDENTIALS)}`);
    }
    this.people = [...names];
  }

  /** Speakers who are free at that time; `start` and `end` sort as text within the programme. */
  invite(count: number, start: string, end: string): string[] {
    const invited: string[] = [];
    for (const person of this.random.shuffled(this.people)) {
      if (invited.length === count) break;
      const duties = this.busy.get(person) ?? [];
      if (duties.some((duty) => duty.start < end && start < duty.end)) continue;
      this.busy.set(person, [...duties, { start, end }]);
      invited.push(person);
    }
    return invited;
  }
}
