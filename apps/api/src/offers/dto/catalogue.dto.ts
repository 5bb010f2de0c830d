import { ApiProperty } from '@nestjs/swagger';
import { SentenceDto } from '../../workflow/trail/sentence.dto.js';
import { WhyEntryDto } from '../../workflow/trail/why-entry.dto.js';

export class CreditUnitDto {
  @ApiProperty({ type: String, example: 'AMA PRA Category 1 Credit™' }) one: string;
  @ApiProperty({ type: String, example: 'AMA PRA Category 1 Credits™' }) other: string;
}

export class CreditTypeInfoDto {
  @ApiProperty({ type: String, example: 'ama-pra-1' }) key: string;
  @ApiProperty({ type: String, example: 'AMA PRA Category 1 Credits™' }) name: string;
  @ApiProperty({ type: String }) shortName: string;
  @ApiProperty({ type: CreditUnitDto }) unit: CreditUnitDto;
  @ApiProperty({ type: Number, example: 0.25, description: 'Smallest step that may be claimed, in credits.' })
  increment: number;
  @ApiProperty({ type: Boolean, description: 'Counted beside another type, never claimed alone.' })
  isCategory: boolean;
}

export class CreditAmountDto {
  @ApiProperty({ type: String, description: 'The credit type’s key.' }) creditType: string;
  @ApiProperty({ type: Number, example: 1.25, description: 'Credits.' }) amount: number;
}

export class OfferingCardDto {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String }) code: string;
  @ApiProperty({ type: String }) title: string;
  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'The programme day, in the activity’s time zone; it may run past midnight.',
  })
  day: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) startsAt: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) endsAt: string | null;
  @ApiProperty({ type: String }) room: string;
  @ApiProperty({ type: String }) track: string;
  @ApiProperty({ type: String }) category: string;
  @ApiProperty({ type: String }) type: string;
  @ApiProperty({ type: Boolean }) isHighlight: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'The registration tier the programme asks for.' })
  tier: string | null;
  @ApiProperty({ type: [String] }) speakers: string[];
  @ApiProperty({ type: String, nullable: true }) withdrawnNotice: string | null;
  @ApiProperty({ type: [CreditAmountDto], description: 'What this learner’s profession may be awarded.' })
  credits: CreditAmountDto[];
  @ApiProperty({ type: Boolean, description: 'Whether this learner may add it to the claim.' })
  isAllowed: boolean;
  @ApiProperty({ type: [SentenceDto], description: 'Every reason why not.' }) denials: SentenceDto[];
}

export class CatalogueDto {
  @ApiProperty({ type: 'integer', description: 'The programme’s revision.' }) revision: number;
  @ApiProperty({ type: [CreditTypeInfoDto] }) creditTypes: CreditTypeInfoDto[];
  @ApiProperty({ type: [OfferingCardDto], description: 'By time, then room, then code.' })
  offerings: OfferingCardDto[];
}

export class OfferingDetailDto extends OfferingCardDto {
  @ApiProperty({ type: String }) description: string;
  @ApiProperty({ type: [WhyEntryDto] }) why: WhyEntryDto[];
}
