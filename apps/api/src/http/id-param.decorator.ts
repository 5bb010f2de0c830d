import { Param, ParseUUIDPipe } from '@nestjs/common';
import { DomainError } from '../problem/domain-error.js';

const pipeOf = (thing: string): ParseUUIDPipe =>
  new ParseUUIDPipe({
    exceptionFactory: () => new DomainError('not_found', { detail: `There is no such ${thing}.` }),
  });

const pipes = {
  activityId: pipeOf('activity'),
  claimId: pipeOf('claim'),
  mailId: pipeOf('mail'),
  offeringId: pipeOf('session'),
  reportId: pipeOf('report'),
};

/** A path parameter that is an id. What cannot be one names nothing here: 404, as for any unknown id. */
export const IdParam = (name: keyof typeof pipes): ParameterDecorator => Param(name, pipes[name]);
