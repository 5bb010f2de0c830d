import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsString, Length, ValidateBy } from 'class-validator';
import { isSearchable } from '../found-learners.js';

/** What is typed to find learners: 2 to 100 characters without the blanks around it, and not accents alone. */
export const SearchText = (): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value)),
    IsString(),
    Length(2, 100),
    ValidateBy({
      name: 'isSearchable',
      validator: {
        validate: (value: unknown) => typeof value === 'string' && isSearchable(value),
        defaultMessage: () => 'Type two characters of the badge or name at least.',
      },
    }),
  );
