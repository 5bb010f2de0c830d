import { ApiProperty } from '@nestjs/swagger';
import { SentenceDto } from '../../workflow/trail/sentence.dto.js';

/** What becomes of a document when it is decided anew. */
export const documentChanges = ['replaced', 'withdrawn', 'added', 'unchanged'] as const;
export type DocumentChangeKind = (typeof documentChanges)[number];

export class DocumentChangeDto {
  @ApiProperty({ type: String, example: 'cme' }) documentKey: string;
  @ApiProperty({ type: String }) title: string;
  @ApiProperty({
    enum: documentChanges,
    description:
      '`replaced`: the certificate is issued again and supersedes the earlier one. `withdrawn`: the document is not offered any more, and its certificate is revoked. `added`: the learner may have it from now on.',
  })
  change: DocumentChangeKind;
  @ApiProperty({ type: [String], example: ['statements'], description: 'What the new one says otherwise.' })
  differences: string[];
  @ApiProperty({ type: [SentenceDto], description: 'Why it is withdrawn.' }) reasons: SentenceDto[];
  @ApiProperty({ type: String, nullable: true, description: 'Of the certificate that there is.' })
  certificateNumber: string | null;
}
