import { ApiProperty } from '@nestjs/swagger';
import { reportStates, type ReportState } from '../../reporting/report-states.js';

/** How it stands with an authority that is told of the learner's credit. */
export class ReportStandingDto {
  @ApiProperty({ type: String, description: 'Who is told.' }) authority: string;
  @ApiProperty({
    enum: reportStates,
    description: '`queued` until the authority has answered; `failed` when it could not be reached.',
  })
  state: ReportState;
  @ApiProperty({ type: String, description: 'In a sentence for the learner.' }) text: string;
}
