import type { IncomingMessage } from 'node:http';

/** What was typed into the page, at most a few hundred bytes. */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > 4_096) throw new Error('That is more than a sign-in');
  }
  return new URLSearchParams(text);
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${String(character.charCodeAt(0))};`);

/** The provider's own sign-in page, which is not one of Laurel's. */
export const signInPage = (title: string, hasFailed: boolean): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Sign in · ${escaped(title)}</title>
<style>
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: #eef2f5;
    font: 1rem/1.5 system-ui, sans-serif; color: #17232c }
  main { box-sizing: border-box; width: min(26rem, calc(100% - 2rem)); padding: 2rem; border-radius: 1rem; background: #fff }
  h1 { margin: 0 0 1.5rem; font-size: 1.25rem }
  label { display: block; margin-bottom: 1rem; font-weight: 500 }
  input { display: block; box-sizing: border-box; width: 100%; margin-top: .25rem; padding: .75rem; font: inherit;
    border: 1px solid #6b7a86; border-radius: .5rem }
  button { width: 100%; padding: .75rem; font: inherit; font-weight: 600; border: 0; border-radius: .5rem;
    background: #0b5c8a; color: #fff }
  button + button { margin-top: .5rem; background: none; color: #0b5c8a }
  p { color: #a3121b }
</style>
<main>
  <h1>${escaped(title)}</h1>
  ${hasFailed ? '<p role="alert">Username and password do not fit together.</p>' : ''}
  <form method="post">
    <label>Username <input name="username" autocomplete="username" required></label>
    <label>Password <input name="password" type="password" autocomplete="current-password" required></label>
    <button>Log in</button>
    <button name="cancel" value="yes" formnovalidate>Cancel</button>
  </form>
</main>
</html>
`;
