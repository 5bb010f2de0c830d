/**
 * Fits type to paper. It is evaluated in the page over the DevTools connection, which works although the page's
 * own JavaScript is off, so a template can neither see nor change it. Source text rather than a function,
 * because it runs in the browser and not here.
 *
 * - `[data-fit]` (a name) becomes as large as its style says, or as its lines allow: `data-fit-lines` at most.
 * - `[data-fit-sheet]` (a page) lets its type shrink until everything stands inside.
 *
 * Methods are taken from prototypes, since markup can shadow members of `document` by name or id.
 */
export const fitDocumentExpression = `(() => {
  const select = (root, selector) => {
    const owner = root instanceof Document ? Document.prototype : Element.prototype;
    return [...owner.querySelectorAll.call(root, selector)];
  };

  const lineCount = (element) => {
    const style = getComputedStyle(element);
    const lineHeight = parseFloat(style.lineHeight) || parseFloat(style.fontSize) * 1.2;
    const padding = parseFloat(style.paddingTop) + parseFloat(style.paddingBottom);
    return Math.round((element.clientHeight - padding) / lineHeight);
  };

  const fitName = (element) => {
    element.style.fontSize = '';
    const full = parseFloat(getComputedStyle(element).fontSize);
    const lines = Math.max(1, Number(element.dataset.fitLines) || 1);
    const fitsIn = (size, limit) => {
      element.style.fontSize = size + 'px';
      return lineCount(element) <= limit && element.scrollWidth <= element.clientWidth + 1;
    };
    const largest = (limit) => {
      if (fitsIn(full, limit)) return full;
      let low = full * 0.08;
      let high = full;
      while (high - low > 0.25) {
        const middle = (low + high) / 2;
        if (fitsIn(middle, limit)) low = middle;
        else high = middle;
      }
      return low;
    };
    // One line while it stays stately, then the fewest lines that make the letters clearly larger.
    let best = 0;
    for (let limit = 1; limit <= lines; limit += 1) {
      const size = largest(limit);
      if (size > best * 1.2) best = size;
      if (best >= full * 0.62) break;
    }
    element.style.fontSize = best + 'px';
  };

  const fitSheet = (sheet) => {
    const names = select(sheet, '[data-fit]');
    sheet.style.fontSize = '';
    const base = parseFloat(getComputedStyle(sheet).fontSize);
    const fitsAt = (scale) => {
      sheet.style.fontSize = base * scale + 'px';
      names.forEach(fitName);
      return sheet.scrollHeight <= sheet.clientHeight + 1 && sheet.scrollWidth <= sheet.clientWidth + 1;
    };
    if (fitsAt(1)) return;
    let low = 0.3;
    let high = 1;
    for (let step = 0; step < 7; step += 1) {
      const middle = (low + high) / 2;
      if (fitsAt(middle)) low = middle;
      else high = middle;
    }
    fitsAt(low);
  };

  const fontSet = Object.getOwnPropertyDescriptor(Document.prototype, 'fonts').get.call(document);
  const images = select(document, 'img').map((image) => image.decode());
  // Fonts are asked for when text is laid out, so lay it out before waiting for them.
  const html = select(document, 'html')[0];
  Element.prototype.getBoundingClientRect.call(html);
  // The running head is laid out only when printed, too late to ask for its font.
  const family = getComputedStyle(html).getPropertyValue('--sans') || 'sans-serif';
  fontSet.load('400 9pt ' + family, 'page of 0123456789' + (html.dataset.runningHead || ''));
  return Promise.all([fontSet.ready, Promise.allSettled(images)]).then(() => {
    select(document, '[data-fit-sheet]').forEach(fitSheet);
    // The window is tiny; what stands outside of sheets is measured on the paper's width.
    const body = select(document, 'body')[0];
    body.style.width = 'var(--sheet-width)';
    select(document, '[data-fit]').filter((name) => !name.closest('[data-fit-sheet]')).forEach(fitName);
    body.style.width = '';
  });
})()`;
