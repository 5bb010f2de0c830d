import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsObject, IsOptional } from 'class-validator';
import { SentenceDto } from '../../workflow/trail/sentence.dto.js';
import { CertificateViewDto } from './certificate-view.dto.js';

/** Something the learner gives before the document can be made, e.g. the ASRT identifier. */
export class DocumentInputDto {
  @ApiProperty({ type: String }) key: string;
  @ApiProperty({ type: String }) label: string;
  @ApiPropertyOptional({ type: String }) help?: string;
  @ApiPropertyOptional({ type: String, description: 'A regular expression that the whole value must match.' })
  pattern?: string;
  @ApiPropertyOptional({ type: String, description: 'What is known from before.' }) value?: string;
}

export class DocumentPromiseDto {
  @ApiProperty({ type: String }) promise: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) lastDay: string | null;
}

/** One document of "Available Certificates". */
export class DocumentViewDto {
  @ApiProperty({ type: String, example: 'cme' }) key: string;
  @ApiProperty({ type: String }) title: string;
  @ApiProperty({ type: String, nullable: true }) description: string | null;
  @ApiProperty({ type: Boolean }) isAvailable: boolean;
  @ApiProperty({ type: [SentenceDto], description: 'Why not, when not.' }) reasons: SentenceDto[];
  @ApiProperty({ type: [DocumentInputDto] }) inputs: DocumentInputDto[];
  @ApiProperty({
    type: DocumentPromiseDto,
    nullable: true,
    description: 'Present when the society finishes the document by hand.',
  })
  request: DocumentPromiseDto | null;
  @ApiProperty({ type: CertificateViewDto, nullable: true, description: 'The one for the claim in force.' })
  certificate: CertificateViewDto | null;
}

export class DocumentsViewDto {
  @ApiProperty({ type: [DocumentViewDto] }) documents: DocumentViewDto[];
}

export class IssueDocumentDto {
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'Values of the document’s `inputs` by key.',
    example: { asrt: '123456' },
  })
  @IsOptional()
  @IsObject()
  inputs?: Record<string, unknown>;
}
