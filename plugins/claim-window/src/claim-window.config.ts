import { Field, IsLocalDateTime } from '@laurel/plugin-kit';
import { IsBoolean, IsOptional, ValidateBy, type ValidationArguments } from 'class-validator';

/** The window must not close before it opens; both are local times, so their texts compare. */
const IsAfterOpening = (): PropertyDecorator => (target, property) => {
  ValidateBy({
    name: 'isAfterOpening',
    validator: {
      validate: (value: unknown, context?: ValidationArguments) => {
        const opensAt = context?.object instanceof ClaimWindowConfig ? context.object.opensAt : undefined;
        return typeof value !== 'string' || opensAt === undefined || value > opensAt;
      },
      defaultMessage: () => `${String(property)} must be later than opensAt`,
    },
  })(target, property);
};

export class ClaimWindowConfig {
  @Field(
    'Opens',
    'Date and time in the zone of the activity; empty when learners may claim at any time before.',
  )
  @IsOptional()
  @IsLocalDateTime()
  opensAt?: string;

  @Field('Closes', 'Date and time in the zone of the activity. The minute itself still counts.')
  @IsLocalDateTime()
  @IsAfterOpening()
  closesAt: string;

  @Field('Amendments until', 'How long submitted claims may be amended; as long as claims when empty.')
  @IsOptional()
  @IsLocalDateTime()
  @IsAfterOpening()
  amendableUntil?: string;

  @Field(
    'Only sessions that have begun',
    'Whether each session can be claimed from its own start on; otherwise at any time while claims are open.',
  )
  @IsBoolean()
  isBegunOnly = false;
}
