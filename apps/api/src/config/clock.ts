import { Injectable } from '@nestjs/common';

/** The time of day, replaceable in tests. */
@Injectable()
export class Clock {
  /** To the millisecond, as the database keeps instants: what is read back equals what was written. */
  now(): Temporal.Instant {
    return Temporal.Now.instant().round({ smallestUnit: 'millisecond', roundingMode: 'trunc' });
  }
}
