import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { SentenceDto } from '../../workflow/trail/sentence.dto.js';
import { SubmittedClaimDto } from './submitted-claim.dto.js';

export class CartLineCreditDto {
  @ApiProperty({ type: String, example: 'ama-pra-1' }) creditType: string;
  @ApiProperty({ type: Number, example: 1.25, description: 'Credits.' }) amount: number;
}

/** One offering in the cart, with the credit of each type that this learner may claim. */
export class CartLineDto {
  @ApiProperty({ type: String, format: 'uuid' }) offeringId: string;
  @ApiProperty({ type: String }) code: string;
  @ApiProperty({ type: String }) title: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) day: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) startsAt: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) endsAt: string | null;
  @ApiProperty({ type: String }) room: string;
  @ApiProperty({ type: [CartLineCreditDto] }) credits: CartLineCreditDto[];
  @ApiProperty({
    type: Boolean,
    description: 'False when it can no longer be claimed; it then counts nowhere.',
  })
  isAllowed: boolean;
  @ApiProperty({ type: [SentenceDto] }) denials: SentenceDto[];
  @ApiPropertyOptional({
    type: [SentenceDto],
    description: 'What to know before submitting, such as credit that is given up.',
  })
  notes?: SentenceDto[];
  @ApiProperty({ type: String, description: '`learner`, or the source it was imported from.' })
  addedFrom: string;
}

export class CreditAdjustmentDto extends SentenceDto {
  @ApiProperty({ type: Number, example: -2.25, description: 'Credits; nearly always negative.' })
  amount: number;
  @ApiProperty({ type: [String], format: 'uuid' }) offeringIds: string[];
}

/** `selected` plus every adjustment is `computed`, exactly. */
export class CreditTotalDto {
  @ApiProperty({ type: String, example: 'ama-pra-1' }) creditType: string;
  @ApiProperty({ type: String }) name: string;
  @ApiProperty({ type: String }) shortName: string;
  @ApiProperty({ type: String, description: 'Singular or plural as the computed amount needs it.' })
  unit: string;
  @ApiProperty({ type: Number, example: 24, description: 'Credits of all lines added up.' }) selected: number;
  @ApiProperty({ type: Number, example: 21.75, description: 'The most that may be claimed, in credits.' })
  computed: number;
  @ApiProperty({ type: Number, example: 0.25, description: 'The smallest step that may be claimed.' })
  increment: number;
  @ApiProperty({ type: [CreditAdjustmentDto] }) adjustments: CreditAdjustmentDto[];
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'What the learner chose to claim, in credits; null while nothing was chosen.',
  })
  chosen: number | null;
  @ApiProperty({ type: Boolean, description: 'Counted beside another type, never claimed alone.' })
  isCategory: boolean;
}

export class FormOptionDto {
  @ApiProperty({ type: String }) value: string;
  @ApiProperty({ type: String }) label: string;
}

export class FormConditionDto {
  @ApiProperty({ type: String }) field: string;
  @ApiProperty({ oneOf: [{ type: 'string' }, { type: 'boolean' }] }) is: string | boolean;
}

export class FormFieldDto {
  @ApiProperty({ type: String }) key: string;
  @ApiProperty({ type: String }) label: string;
  @ApiPropertyOptional({ type: String }) help?: string;
  @ApiProperty({ enum: ['text', 'choice', 'consent', 'month-day'] })
  kind: 'text' | 'choice' | 'consent' | 'month-day';
  @ApiPropertyOptional({ type: [FormOptionDto] }) options?: readonly FormOptionDto[];
  @ApiPropertyOptional({ type: 'integer' }) maxLength?: number;
  @ApiProperty({ type: Boolean }) isRequired: boolean;
  @ApiPropertyOptional({ type: FormConditionDto }) showIf?: FormConditionDto;
  @ApiPropertyOptional({ type: String }) identifier?: string;
}

/** What a requirement asks the learner to fill in; saved with `saveRequirementForm`. */
export class RequirementFormDto {
  @ApiProperty({ type: String }) key: string;
  @ApiProperty({ type: String }) title: string;
  @ApiPropertyOptional({ type: String }) intro?: string;
  @ApiProperty({ type: [FormFieldDto] }) fields: readonly FormFieldDto[];
}

export class RequirementFaultDto {
  @ApiProperty({ type: String, description: 'Key of a field of the form.' }) field: string;
  @ApiProperty({ type: String }) text: string;
  @ApiPropertyOptional({ type: String }) remedy?: string;
}

export class RequirementActionDto {
  @ApiProperty({ enum: ['evaluation', 'form', 'totals', 'sessions', 'attest', 'link'] })
  kind: 'evaluation' | 'form' | 'totals' | 'sessions' | 'attest' | 'link';
  @ApiPropertyOptional({ type: RequirementFormDto }) form?: RequirementFormDto;
  @ApiPropertyOptional({ type: [String], description: 'Credit types whose totals are to be chosen.' })
  creditTypes?: readonly string[];
  @ApiPropertyOptional({ type: String }) formKey?: string;
  @ApiPropertyOptional({ type: String, format: 'uuid' }) offeringId?: string;
  @ApiPropertyOptional({ type: String }) url?: string;
  @ApiPropertyOptional({ type: String }) label?: string;
}

/** Something the claim still needs, or has. */
export class RequirementDto {
  @ApiProperty({ type: String, example: 'required-evaluation:overall' }) key: string;
  @ApiProperty({ type: String }) title: string;
  @ApiProperty({ enum: ['met', 'unmet', 'optional'] }) state: 'met' | 'unmet' | 'optional';
  @ApiProperty({ type: String }) text: string;
  @ApiPropertyOptional({ type: String }) remedy?: string;
  @ApiProperty({ type: RequirementActionDto, nullable: true }) action: RequirementActionDto | null;
  @ApiProperty({
    type: 'object',
    additionalProperties: {
      oneOf: [
        { type: 'string' },
        { type: 'number' },
        { type: 'boolean' },
        { type: 'array', items: { type: 'string' } },
      ],
      nullable: true,
    },
    description: 'What the learner gave in the form of the action so far, by field.',
  })
  inputs: Record<string, string | number | boolean | null | readonly string[]>;
  @ApiProperty({ type: [RequirementFaultDto], description: 'What is wrong with what was given.' })
  faults: RequirementFaultDto[];
}

export class ClaimDeadlineDto {
  @ApiProperty({ type: String, format: 'date-time' }) at: string;
  @ApiProperty({ type: String }) text: string;
}

export class CartOverlapDto extends SentenceDto {
  @ApiProperty({ type: [String], format: 'uuid' }) offeringIds: string[];
}

export const cartStates = ['empty', 'draft', 'submitted'] as const;

/** The learner's draft claim; or what is in force, when there is no draft. */
export class CartDto {
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) claimId: string | null;
  @ApiProperty({
    enum: cartStates,
    description: '`submitted`: the claim in force, without an open draft; adding a line begins an amendment.',
  })
  state: (typeof cartStates)[number];
  @ApiProperty({
    type: Boolean,
    description: 'Whether submitting replaces a claim that was submitted before.',
  })
  isAmendment: boolean;
  @ApiProperty({
    type: 'integer',
    description: 'Rises with every change of the draft; sent back when it is submitted. 0 without a draft.',
  })
  revision: number;
  @ApiProperty({ type: [CartLineDto] }) lines: CartLineDto[];
  @ApiProperty({ type: [CreditTotalDto] }) totals: CreditTotalDto[];
  @ApiProperty({ type: [RequirementDto] }) requirements: RequirementDto[];
  @ApiProperty({
    type: SentenceDto,
    nullable: true,
    description: 'What the society did to the claim: opened it again, or revoked it.',
  })
  notice: SentenceDto | null;
  @ApiProperty({ type: Boolean }) canSubmit: boolean;
  @ApiProperty({ type: [SentenceDto], description: 'Why it cannot be submitted, when it cannot.' })
  blockers: SentenceDto[];
  @ApiProperty({ type: String, description: 'The statement to agree to when submitting.' })
  attestation: string;
  @ApiProperty({ type: ClaimDeadlineDto, nullable: true }) deadline: ClaimDeadlineDto | null;
  @ApiProperty({ type: [CartOverlapDto], description: 'Lines whose credit was adjusted together.' })
  overlaps: CartOverlapDto[];
  @ApiProperty({ type: SubmittedClaimDto, nullable: true }) submitted: SubmittedClaimDto | null;
}

/** Offerings that can be added with one press. */
export class CartSourceDto {
  @ApiProperty({ type: String, example: 'app-flag' }) kind: string;
  @ApiProperty({ type: String, example: 'Import from App' }) label: string;
  @ApiProperty({ type: String, example: 'Transmitted' }) mark: string;
  @ApiProperty({ type: [String], format: 'uuid' }) offeringIds: string[];
}

export class LeftOutDto {
  @ApiProperty({ type: String, format: 'uuid' }) offeringId: string;
  @ApiProperty({ type: String }) title: string;
  @ApiProperty({ type: [SentenceDto] }) reasons: SentenceDto[];
}

export class AddResultDto {
  @ApiProperty({ type: [String], format: 'uuid' }) added: string[];
  @ApiProperty({ type: [String], format: 'uuid' }) alreadyThere: string[];
  @ApiProperty({ type: [LeftOutDto] }) leftOut: LeftOutDto[];
  @ApiProperty({ type: CartDto }) cart: CartDto;
}
