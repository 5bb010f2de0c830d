const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const REMINDER_MILLISECONDS = 15_000;

/** A duration for people: 0.4 s, 12.3 s, 2 min 05 s. */
export function duration(milliseconds) {
  const seconds = milliseconds / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  const minutes = Math.floor(seconds / 60);
  return `${minutes} min ${String(Math.floor(seconds % 60)).padStart(2, '0')} s`;
}

/**
 * Shows one piece of work: a moving line at a terminal, and in a log a line at its end and a sign of life now and
 * then. The work may say more about where it is, and what to call the result.
 *
 * @template T
 * @param {string} title what is being done, as in "Installing packages"
 * @param {(say: (detail: string) => void) => Promise<T>} work `say` sets the detail behind the title
 * @returns {Promise<T>} what the work returns; its error, after a cross was drawn
 */
export async function step(title, work, out = process.stdout) {
  const start = performance.now();
  const line = () => `${title}${detail === '' ? '' : `: ${detail}`}`;
  const since = () => duration(performance.now() - start);
  let detail = '';
  let frame = 0;
  const draw = () => out.write(`\r\x1b[2K${FRAMES[frame++ % FRAMES.length]} ${line()} (${since()})`);
  const remind = () => out.write(`… ${line()} (${since()})\n`);
  const timer = out.isTTY ? setInterval(draw, 100) : setInterval(remind, REMINDER_MILLISECONDS);
  const end = (mark) => {
    clearInterval(timer);
    out.write(`${out.isTTY ? '\r\x1b[2K' : ''}${mark} ${line()} (${since()})\n`);
  };
  try {
    const result = await work((text) => (detail = text));
    end('✓');
    return result;
  } catch (error) {
    end('✗');
    throw error;
  }
}
