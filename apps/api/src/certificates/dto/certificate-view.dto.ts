import { ApiProperty } from '@nestjs/swagger';
import { certificateStates, type CertificateState } from '../certificate.entity.js';
import { documentRequestStates, type DocumentRequestState } from '../document-request.entity.js';

/** Credit in the words of a document. */
export class WordedCreditDto {
  @ApiProperty({ type: String, example: '21.75' }) amount: string;
  @ApiProperty({ type: String, example: 'AMA PRA Category 1 Credits™' }) unit: string;
  @ApiProperty({ type: Boolean, description: 'Set in italics, as its authority asks.' }) isItalic: boolean;
}

/** The first page of a certificate as HTML for a sandboxed frame: the very template and data that are printed. */
export class SheetDto {
  @ApiProperty({
    type: String,
    description: 'Of a document by course, `?part=2` is the first page of the second certificate.',
  })
  url: string;
  @ApiProperty({ type: Number, example: 11, description: 'Inches.' }) width: number;
  @ApiProperty({ type: Number, example: 8.5, description: 'Inches.' }) height: number;
}

/** One certificate of a document by course. */
export class CertificatePartDto {
  @ApiProperty({ type: String, description: 'Title of the course.' }) title: string;
  @ApiProperty({ type: String, example: 'Enduring material' }) format: string;
  @ApiProperty({ type: String, example: 'May 9–12, 2018', description: 'When its credit was earned.' })
  dates: string;
  @ApiProperty({ type: [WordedCreditDto] }) credits: WordedCreditDto[];
}

/** The society was asked to finish the document by hand. */
export class DocumentRequestDto {
  @ApiProperty({ enum: documentRequestStates }) state: DocumentRequestState;
  @ApiProperty({ type: String, format: 'date-time' }) requestedAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) sentAt: string | null;
  @ApiProperty({ type: String, description: 'What the learner may expect.' }) promise: string;
  @ApiProperty({ type: String }) mailTo: string;
}

export class CertificateViewDto {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String, example: 'cme' }) documentKey: string;
  @ApiProperty({ type: String }) title: string;
  @ApiProperty({ type: String, example: 'CONGRESS27-000123' }) number: string;
  @ApiProperty({ enum: certificateStates }) state: CertificateState;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) issuedAt: string | null;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When it was superseded or revoked.',
  })
  endedAt: string | null;
  @ApiProperty({ type: 'integer', nullable: true }) pageCount: number | null;
  @ApiProperty({ type: String, example: 'K7QF-9M2X-0TBD-W4HE' }) verificationCode: string;
  @ApiProperty({ type: String, description: 'The public page that shows what the certificate says.' })
  verificationUrl: string;
  @ApiProperty({ type: String, description: 'The PDF; 409 until it is issued.' }) fileUrl: string;
  @ApiProperty({ type: SheetDto, nullable: true }) sheet: SheetDto | null;
  @ApiProperty({ type: String }) name: string;
  @ApiProperty({ type: String }) credentials: string;
  @ApiProperty({ type: String }) activityTitle: string;
  @ApiProperty({ type: [WordedCreditDto] }) credits: WordedCreditDto[];
  @ApiProperty({
    type: [CertificatePartDto],
    description: 'The certificates in the file, one for each course; empty when it is one certificate.',
  })
  parts: CertificatePartDto[];
  @ApiProperty({ type: DocumentRequestDto, nullable: true }) request: DocumentRequestDto | null;
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'The certificate that was issued in its place.',
  })
  supersededBy: string | null;
}
