import { Injectable, type PipeTransform } from '@nestjs/common';
import { DomainError } from '../../problem/domain-error.js';

/** A revision in a path. What cannot be one names nothing here: 404, as for any unknown one. */
@Injectable()
class RevisionPipe implements PipeTransform<string, number> {
  transform(value: string): number {
    if (!/^[1-9][0-9]{0,8}$/.test(value)) {
      throw new DomainError('not_found', { detail: 'This workflow has no such revision.' });
    }
    return Number(value);
  }
}

export const revisionPipe = new RevisionPipe();
