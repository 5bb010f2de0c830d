import { creditFromDuration } from '@laurel/credit';
import type { DurationCredit } from '../activity.entity.js';
import type { CreditType } from '../credit-type.entity.js';
import type { ParsedOffering } from '../importers/index.js';
import type { OfferingCredit } from '../offering.entity.js';
import type { ListedFault } from './import-report.js';

type KnownType = Pick<CreditType, 'key' | 'name' | 'shortName' | 'increment'>;

/**
 * Works out an imported offering's credits: as the file states them, else by duration where the activity says
 * so. AMA PRA: 60 minutes are 1 credit, in steps of 0.25 rounded to the nearest; breaks carry none.
 */
export class OfferingCredits {
  private readonly byName = new Map<string, KnownType>();
  private readonly earning: readonly KnownType[];
  private readonly exceptTypes: ReadonlySet<string>;

  /** @throws RangeError when the rule names a credit type that the tenant does not have */
  constructor(
    types: readonly KnownType[],
    private readonly rule: DurationCredit | null,
  ) {
    for (const type of types) {
      for (const name of [type.shortName, type.name, type.key]) this.byName.set(plain(name), type);
    }
    this.earning = (rule?.creditTypes ?? []).map((key) => {
      const type = types.find((known) => known.key === key);
      if (type === undefined) throw new RangeError(`There is no credit type “${key}” in this tenant`);
      return type;
    });
    this.exceptTypes = new Set((rule?.exceptTypes ?? []).map(plain));
  }

  of(offering: ParsedOffering, row: number): { credits: OfferingCredit[] } | { faults: ListedFault[] } {
    return offering.credits === null
      ? { credits: this.byDuration(offering) }
      : this.stated(offering.credits, row);
  }

  private byDuration({ isService, type, startsAt, endsAt }: ParsedOffering): OfferingCredit[] {
    if (this.rule === null || isService || this.exceptTypes.has(plain(type))) return [];
    if (startsAt === null || endsAt === null) return [];
    const minutes = Temporal.Instant.from(startsAt).until(endsAt).total('minutes');
    const { minutesPerCredit } = this.rule;
    return this.earning
      .map(({ key, increment }) => ({
        creditType: key,
        amount: creditFromDuration(minutes, { increment, minutesPerCredit }),
      }))
      .filter(({ amount }) => amount > 0);
  }

  private stated(
    stated: NonNullable<ParsedOffering['credits']>,
    row: number,
  ): { credits: OfferingCredit[] } | { faults: ListedFault[] } {
    const credits: OfferingCredit[] = [];
    const faults: ListedFault[] = [];
    for (const { creditType, hundredths } of stated) {
      const field = `credits.${creditType}`.slice(0, 100);
      const type = this.byName.get(plain(creditType));
      if (type === undefined) {
        faults.push({
          row,
          field,
          code: 'credit_type.unknown',
          message: `There is no credit type “${creditType.slice(0, 60)}”. Name the column after one that exists.`,
        });
      } else if (hundredths % type.increment !== 0) {
        faults.push({
          row,
          field,
          code: 'credit.not_in_steps',
          message: `${type.shortName} is given in steps of ${type.increment / 100}; this says ${hundredths / 100}.`,
        });
      } else if (credits.some((credit) => credit.creditType === type.key)) {
        faults.push({
          row,
          field,
          code: 'credit_type.repeated',
          message: `Two columns give ${type.shortName}. Keep one of them.`,
        });
      } else if (hundredths > 0) credits.push({ creditType: type.key, amount: hundredths });
    }
    return faults.length > 0 ? { faults } : { credits };
  }
}

/** `AMA PRA Category 1 Credits™`, `ama-pra-1`: without case, signs and spaces. */
const plain = (name: string): string =>
  name
    // First, because NFKD spells them out.
    .replace(/[™®]/gu, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]/gu, '');
