import { NAME_STOCKS } from './names.js';
import type { Random } from './random.js';

const CREDENTIALS = [
  ['MD', 40],
  ['MD, PhD', 15],
  ['MD, FHRS', 15],
  ['MD, MPH', 6],
  ['DO', 6],
  ['MBBS', 5],
  ['PhD', 6],
  ['NP', 3],
  ['PA-C', 2],
  ['RN, CCDS', 2],
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
    const credentials = new Map<string, string>();
    while (credentials.size < size) {
      const stock = random.weighted(stocks.map((one) => [one, one.weight] as const));
      credentials.set(
        `${random.pick(stock.given)} ${random.pick(stock.family)}`,
        random.weighted(CREDENTIALS),
      );
    }
    this.people = [...credentials].map(([name, held]) => `${name}, ${held}`);
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
