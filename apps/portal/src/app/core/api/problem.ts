import type { Cart, Evaluation, RequirementView, Sentence } from './contract.js';

/** RFC 9457 problem details as the API sends them, with the extras some codes carry. */
export interface Problem {
  status: number;
  code: string;
  title: string;
  detail?: string;
  requestId?: string;
  faults?: { field?: string; code: string; message: string }[];
  denials?: Sentence[];
  cart?: Cart;
  requirements?: RequirementView[];
  current?: Evaluation;
}

/** The API refused, or could not be reached (`status` 0). `message` is a sentence for the person on the screen. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.title);
  }

  get code(): string {
    return this.problem.code;
  }

  get status(): number {
    return this.problem.status;
  }

  /** True when nothing was refused: the network or the server was away, and trying again later is right. */
  get isAway(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }
}

export const offline = (): ProblemError =>
  new ProblemError({
    status: 0,
    code: 'network.offline',
    title: 'You seem to be offline.',
    detail: 'We cannot reach the server. Check your connection; nothing you entered is lost.',
  });

/** Any thrown thing as a sentence for the person: a problem's own words, or an honest general one. */
export const sentenceFor = (cause: unknown): string =>
  cause instanceof ProblemError
    ? cause.message
    : 'Something went wrong on our side. Please try again in a moment.';

/** Problem details of a refusal; made up from the status when a proxy answered instead of the API. */
export async function readProblem(response: Response): Promise<ProblemError> {
  const isProblem = response.headers.get('content-type')?.includes('json') ?? false;
  const given: unknown = isProblem ? await response.json() : null;
  const body: Partial<Problem> = typeof given === 'object' && given !== null ? given : {};
  return new ProblemError({
    ...body,
    status: response.status,
    code: body.code ?? `http.${String(response.status)}`,
    title: body.title ?? titleFor(response.status),
  });
}

function titleFor(status: number): string {
  if (status === 404) return 'We could not find that.';
  if (status === 429) return 'That was a little too fast. Please wait a moment and try again.';
  if (status >= 502) return 'The server is busy for a moment. Please try again.';
  return 'Something went wrong on our side. Please try again in a moment.';
}
