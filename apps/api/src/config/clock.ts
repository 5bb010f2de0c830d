import { Injectable } from '@nestjs/common';

/** The time of day, replaceable in tests. */
@Injectable()
export class Clock {
  now(): Temporal.Instant {
    return Temporal.Now.instant();
  }
}
