import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './password-strength.js';

const LENGTH_SENTENCE = {
  message: `A password has from ${SHORTEST_PASSWORD} to ${LONGEST_PASSWORD} characters.`,
};

/** A password to be set; besides its length it is judged by how well it can be guessed. */
const NewPassword = () => Length(SHORTEST_PASSWORD, LONGEST_PASSWORD, LENGTH_SENTENCE);

export class PasswordSignInDto {
  @ApiProperty({ type: String, maxLength: 254, description: 'Compared without case.' })
  @IsString()
  @Length(1, 254)
  username: string;

  @ApiProperty({ type: String, maxLength: LONGEST_PASSWORD })
  @IsString()
  @Length(1, LONGEST_PASSWORD)
  password: string;

  @ApiProperty({
    type: String,
    format: 'uuid',
    required: false,
    description: 'Without it the latest activity.',
  })
  @IsOptional()
  @IsUUID()
  activityId?: string;
}

export class ChangePasswordDto {
  @ApiProperty({ type: String, maxLength: LONGEST_PASSWORD, description: 'The present password.' })
  @IsString()
  @Length(1, LONGEST_PASSWORD)
  current: string;

  @ApiProperty({ type: String, minLength: SHORTEST_PASSWORD, maxLength: LONGEST_PASSWORD })
  @IsString()
  @NewPassword()
  password: string;
}

export class RequestPasswordResetDto {
  @ApiProperty({ type: String, maxLength: 254 })
  @IsString()
  @Length(1, 254)
  username: string;
}

export class ResetPasswordDto {
  @ApiProperty({ type: String, maxLength: 100, description: 'From the link in the mail.' })
  @IsString()
  @Length(1, 100)
  token: string;

  @ApiProperty({ type: String, minLength: SHORTEST_PASSWORD, maxLength: LONGEST_PASSWORD })
  @IsString()
  @NewPassword()
  password: string;
}
