import type { ImportFault } from '../importers/index.js';
import { MOST_FAULTS } from '../../problem/listed-faults.js';
import type { ListedFault } from './import-report.js';

/** Gathers faults without holding a million of them: the first ones, and how many there are. */
export class FaultList {
  readonly listed: ListedFault[] = [];
  count = 0;

  add(faults: readonly ListedFault[]): void {
    this.count += faults.length;
    this.listed.push(...faults.slice(0, MOST_FAULTS - this.listed.length));
  }
}

/** A parser's fault as the API tells it. */
export const listedFault = ({ row, path, field, code, reason, value }: ImportFault): ListedFault => ({
  ...(row === undefined ? {} : { row }),
  ...(path === undefined ? {} : { path }),
  field,
  code,
  message: reason,
  ...(value === undefined ? {} : { value }),
});
