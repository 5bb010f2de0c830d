import { ApiProperty } from '@nestjs/swagger';
import { IsEmail, IsOptional, IsString, IsUUID, Length, MaxLength } from 'class-validator';

/** A badge number and a last name, as they are on the badge. */
export class SignInDto {
  @ApiProperty({
    type: String,
    format: 'uuid',
    required: false,
    description: 'Without it the latest activity.',
  })
  @IsOptional()
  @IsUUID()
  activityId?: string;

  @ApiProperty({ type: String, maxLength: 64 })
  @IsString()
  @Length(1, 64)
  badge: string;

  @ApiProperty({
    type: String,
    maxLength: 200,
    description: 'Compared without case, accents, spaces, hyphens and apostrophes.',
  })
  @IsString()
  @Length(1, 200)
  lastName: string;
}

export class StaffSignInDto {
  @ApiProperty({ type: String, format: 'email', maxLength: 254 })
  @IsEmail()
  @MaxLength(254)
  email: string;

  @ApiProperty({ type: String, maxLength: 200 })
  @IsString()
  @Length(1, 200)
  password: string;
}
