// @ts-check
// How a page's values are shown, and what opens under its row.

// The greatest good and the greatest fair value, as published.
const VITAL_BOUNDS = /** @type {Record<string, [number, number]>} */ ({ lcp: [2500, 4000], cls: [0.1, 0.25], inp: [200, 500] });
const VITAL_NAMES = /** @type {Record<string, string>} */ ({
  lcp: 'Largest Contentful Paint', cls: 'Cumulative Layout Shift', inp: 'Interaction to Next Paint', fcp: 'First Contentful Paint',
  ttfb: 'Time to First Byte', tbt: 'Total Blocking Time', fid: 'First Input Delay', performance: 'Performance score',
});

const numbers = new Intl.NumberFormat('en', { maximumFractionDigits: 1, roundingMode: 'halfEven' });
const fine = new Intl.NumberFormat('en', { maximumFractionDigits: 3 });

/** @param {number} score */
const band = (score) => (score >= 70 ? 'good' : score >= 50 ? 'fair' : 'poor');

/** @param {string} text Only http and https lead anywhere; all else is just shown. */
function address(text) {
  let target = null;
  try {
    target = new URL(text);
  } catch {
    // Not an address, or a relative one: shown as it is.
  }

  const shown = make('bdi', {}, text);
  return target && (target.protocol === 'http:' || target.protocol === 'https:')
    ? make('a', { class: 'url', href: target.href, rel: 'noopener noreferrer nofollow' }, shown)
    : make('span', { class: 'url' }, shown);
}

/** @param {string} key @param {number} value */
function vitalText(key, value) {
  if (key === 'cls') {
    return fine.format(value);
  }

  if (key === 'performance') {
    return numbers.format(value);
  }

  return value >= 1000 ? `${(value / 1000).toFixed(2)} s` : `${Math.round(value)} ms`;
}

/** @param {string} key @param {number} value */
function vital(key, value) {
  const bounds = VITAL_BOUNDS[key];
  if (!bounds) {
    return make('span', {}, vitalText(key, value));
  }

  const [look, name] = value <= bounds[0] ? ['good', 'good'] : value <= bounds[1] ? ['fair', 'needs improvement'] : ['poor', 'poor'];
  return make('span', { class: `rated ${look}`, title: name }, vitalText(key, value), make('span', { class: 'unseen' }, `, ${name}`));
}

/** @param {number} change */
function changeText(change) {
  return change === 0 ? '\u00B10' : (change > 0 ? '+' : '\u2212') + numbers.format(Math.abs(change));
}

/** @param {HTMLElement} list @param {string} name @param {Node | string | number | undefined} value */
function describe(list, name, value) {
  if (value !== undefined && value !== '') {
    list.append(make('div', {}, make('dt', {}, name), make('dd', {}, value instanceof Node ? value : make('bdi', {}, String(value)))));
  }
}

/** @param {string} title @param {HTMLElement} list */
const block = (title, list) => (list.childElementCount > 0 ? [make('section', { class: 'block' }, make('h3', {}, title), list)] : []);

/** @param {Page} page @param {string} id */
function details(page, id) {
  const facts = make('dl', {});
  describe(facts, 'Title', page.title);
  describe(facts, 'Description', page.description);
  describe(facts, 'Canonical', page.canonical && address(page.canonical));
  describe(facts, 'Open Graph title', page.ogTitle);
  describe(facts, 'Open Graph description', page.ogDescription);
  describe(facts, 'Open Graph image', page.ogImage && address(page.ogImage));
  const audit = make('dl', { class: 'pairs' });
  describe(audit, 'Service', page.service);
  describe(audit, 'Audited', page.at);
  describe(audit, 'Origin', page.origin);
  describe(audit, 'Credits', page.credits);
  const vitals = make('dl', { class: 'pairs' });
  for (const [key, value] of Object.entries(page.vitals ?? {})) {
    describe(vitals, VITAL_NAMES[key] ?? key, vital(key, value));
  }

  const error = make('dl', {});
  describe(error, 'Kind', page.error?.kind);
  describe(error, 'Message', page.error?.message);
  describe(error, 'HTTP status', page.error?.status);
  describe(error, 'Code', page.error?.code);
  describe(error, 'Try again from', page.error?.retryAt);
  describe(error, 'Resume from', page.error?.operationId);
  describe(error, 'Request', page.error?.requestId);

  const body = make('div', { class: 'details' },
    make('div', { class: 'facts-of-page' },
      ...block('Error', error), ...block('What the page says of itself', facts), ...block('Timings', vitals), ...block('Audit', audit)),
    make('div', { class: 'checks-of-page' }, ...checkLists(page)));
  return make('tr', { role: 'row', class: 'details-row', id }, make('td', { role: 'cell', colspan: String(columns.length) }, body));
}

/** @param {Page} page */
function checkLists(page) {
  const all = findings(page);
  const groups = /** @type {[string, string, Finding[]][]} */ ([
    ['Failed checks', 'poor', all.filter((finding) => finding.verdict === FAILED)],
    ['Warnings', 'fair', all.filter((finding) => finding.verdict === WARNING)],
    ['Other checks', 'none', all.filter((finding) => typeof finding.verdict === 'string')],
    ['Passed checks', 'good', all.filter((finding) => finding.verdict === PASSED)],
  ]);
  return groups.flatMap(([title, look, group]) => (group.length === 0 ? [] : [
    make('section', { class: 'block' }, make('h3', {}, `${title} `, make('span', { class: 'muted' }, numbers.format(group.length))),
      make('ul', { class: `findings ${look}` }, ...group.map(finding))),
  ]));
}

/** @param {Finding} found */
function finding(found) {
  const [, , name, category, severity, weight] = found.check;
  const about = [severity, category, weight === null ? null : `weight ${fine.format(weight)}`, typeof found.verdict === 'string' ? found.verdict : null].filter(Boolean);
  const item = make('li', {}, make('b', {}, make('bdi', {}, name)));
  if (about.length > 0) {
    item.append(' ', make('small', { class: 'muted' }, make('bdi', {}, about.join(' \u00B7 '))));
  }

  if (found.message) {
    item.append(make('span', { class: 'message' }, make('bdi', {}, found.message)));
  }

  if (found.value) {
    item.append(make('span', { class: 'message value' }, make('bdi', {}, found.value)));
  }

  return item;
}
