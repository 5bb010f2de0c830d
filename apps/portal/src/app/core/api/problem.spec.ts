import { describe, expect, it } from '@jest/globals';
import { readProblem } from './problem.js';

const answer = (body: string, type = 'application/problem+json', status = 502) =>
  new Response(body, { status, headers: { 'content-type': type } });

describe('a refusal', () => {
  it('is what the API says of it', async () => {
    const body = JSON.stringify({ code: 'claim.changed', title: 'It changed.', status: 409 });
    expect(await readProblem(answer(body, 'application/problem+json', 409))).toMatchObject({
      code: 'claim.changed',
      message: 'It changed.',
    });
  });

  it.each([
    ['no JSON', answer('<html>Bad gateway</html>', 'text/html')],
    ['null', answer('null', 'application/json')],
    ['a text', answer('"bad gateway"', 'application/json')],
    ['nothing that is known', answer('{}', 'application/json')],
  ])('is made up from the status where a proxy answered with %s', async (_what, response) => {
    expect(await readProblem(response)).toMatchObject({
      code: 'http.502',
      message: 'The server is busy for a moment. Please try again.',
    });
  });
});
