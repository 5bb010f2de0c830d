import { Param, ParseUUIDPipe } from '@nestjs/common';
import { DomainError } from '../problem/domain-error.js';

const idPipe = new ParseUUIDPipe({ exceptionFactory: () => new DomainError('not_found') });

/** A path parameter that is an id. What cannot be one names nothing here: 404, as for any unknown id. */
export const IdParam = (name: string): ParameterDecorator => Param(name, idPipe);
