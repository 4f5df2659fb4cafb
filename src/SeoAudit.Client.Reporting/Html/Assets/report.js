// @ts-check
'use strict';

// Makes the browsable table of pages out of the data block before it. Everything in that data is foreign text: it becomes part of
// the page as text nodes and nothing else. What the page says without this script stays as it is.
(() => {
  /**
   * @typedef {[string, string | null, string, string | null, string | null, number | null]} Check
   *   service, machine name, name, category, severity, weight
   * @typedef {{ check: Check, verdict: number | string, message: string, value: string }} Finding
   * @typedef {{
   *   url: string, status: string, service?: string, score?: number, grade?: string, at?: string, origin?: string, credits?: number,
   *   title?: string, description?: string, canonical?: string, ogTitle?: string, ogDescription?: string, ogImage?: string,
   *   vitals?: Record<string, number>, checks?: any[], error?: Record<string, any>,
   *   index: number, failures?: number, change?: number, haystack?: string
   * }} Page
   */

  const PASSED = 0;
  const FAILED = 1;
  const WARNING = 2;
  const VALUES_A_CHECK = 4;
  const LONGEST_CHOICE = 500;
  const NONE = '\u2013';

  const STATUS_NAMES = /** @type {Record<string, string>} */ ({ passed: 'Passed', failed: 'Failed', error: 'Error', skipped: 'Not attempted' });
  const STATUS_ORDER = ['error', 'skipped', 'failed', 'passed'];
  const STATUS_LOOKS = /** @type {Record<string, string>} */ ({ passed: 'good', failed: 'poor', error: 'poor error', skipped: 'none' });

  // The greatest good and the greatest fair value, as published.
  const VITAL_BOUNDS = /** @type {Record<string, [number, number]>} */ ({ lcp: [2500, 4000], cls: [0.1, 0.25], inp: [200, 500] });
  const VITAL_NAMES = /** @type {Record<string, string>} */ ({
    lcp: 'Largest Contentful Paint', cls: 'Cumulative Layout Shift', inp: 'Interaction to Next Paint', fcp: 'First Contentful Paint',
    ttfb: 'Time to First Byte', tbt: 'Total Blocking Time', fid: 'First Input Delay', performance: 'Performance score',
  });

  const numbers = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
  const fine = new Intl.NumberFormat('en', { maximumFractionDigits: 3 });
  const compareText = new Intl.Collator('en', { numeric: true }).compare;

  /** @template {HTMLElement} T @param {string} id @returns {T} */
  const byId = (id) => /** @type {T} */ (document.getElementById(id));

  /**
   * Makes an element. Children that are strings become text.
   * @param {string} tag
   * @param {Record<string, string>} attributes
   * @param {...(Node | string)} children
   */
  function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      element.setAttribute(name, value);
    }

    element.append(...children);
    return element;
  }

  const data = JSON.parse(byId('data').textContent ?? '');
  const pages = /** @type {Page[]} */ (data.pages);
  const checks = /** @type {Check[]} */ (data.checks);
  const texts = /** @type {string[]} */ (data.texts);
  const columns = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('#table th')]);

  const state = { search: '', status: '', grade: '', service: '', check: '', key: 'score', ascending: true, at: 0, size: 50 };
  /** @type {Set<number>} The indexes of the pages whose details are open. */
  const open = new Set();
  /** @type {Page[]} */
  let matching = pages;

  // Shared texts and checks stand in the data once, and as numbers where they are used; others stand where they are used.
  /** @param {number | string} text */
  const textOf = (text) => (typeof text === 'number' ? texts[text] : text);
  /** @param {number | Check} check */
  const checkOf = (check) => (typeof check === 'number' ? checks[check] : check);
  /** @param {Check} check Tells a check from others, as the head of the report does. */
  const identify = (check) => `${check[0]}\n${check[1] || check[2]}`;

  /** @param {Page} page @returns {Finding[]} */
  function findings(page) {
    const flat = page.checks ?? [];
    const found = [];
    for (let at = 0; at < flat.length; at += VALUES_A_CHECK) {
      found.push({ check: checkOf(flat[at]), verdict: flat[at + 1], message: textOf(flat[at + 2]), value: textOf(flat[at + 3]) });
    }

    return found;
  }

  /** Numbers the pages, counts the failures of each, and of each check its pages. */
  function takeStock() {
    const changes = new Map();
    for (let at = 0; at < data.changes.length; at += 2) {
      changes.set(data.changes[at], data.changes[at + 1]);
    }

    /** @type {Map<string, { check: Check, pages: number }>} */
    const failed = new Map();
    const grades = new Set();
    const services = new Set();
    pages.forEach((page, index) => {
      page.index = index;
      page.change = changes.get(page.url);
      grades.add(page.grade ?? '');
      services.add(page.service ?? '');
      if (page.checks) {
        const own = new Set();
        page.failures = 0;
        for (let at = 0; at < page.checks.length; at += VALUES_A_CHECK) {
          if (page.checks[at + 1] === FAILED) {
            page.failures++;
            const check = checkOf(page.checks[at]);
            const id = identify(check);
            if (!own.has(id)) {
              own.add(id);
              const counted = failed.get(id);
              if (counted) {
                counted.pages++;
              } else {
                failed.set(id, { check, pages: 1 });
              }
            }
          }
        }
      }
    });

    return { grades, services, failed };
  }

  /** @param {Page} page Whether it failed the check that is asked for. */
  function failsChosen(page) {
    const flat = page.checks ?? [];
    for (let at = 0; at < flat.length; at += VALUES_A_CHECK) {
      if (flat[at + 1] === FAILED && identify(checkOf(flat[at])) === state.check) {
        return true;
      }
    }

    return false;
  }

  /** @param {Page} page */
  function haystack(page) {
    page.haystack ??= [page.url, page.title, page.description, page.error?.kind, page.error?.message].filter(Boolean).join('\n').toLowerCase();
    return page.haystack;
  }

  /** @param {Page} page */
  const matches = (page) =>
    (!state.status || page.status === state.status)
    && (!state.grade || (page.grade ?? '') === state.grade.slice(1))
    && (!state.service || (page.service ?? '') === state.service.slice(1))
    && (!state.search || haystack(page).includes(state.search))
    && (!state.check || failsChosen(page));

  /** @param {Page} page What a column is sorted by; undefined where there is nothing. */
  function sortValue(page) {
    switch (state.key) {
      case 'status': return STATUS_ORDER.indexOf(page.status);
      case 'lcp':
      case 'cls':
      case 'inp': return page.vitals?.[state.key];
      default: return /** @type {any} */ (page)[state.key];
    }
  }

  /** Pages without a value are last whichever way; equal ones keep the order of the run. */
  function arrange() {
    const sign = state.ascending ? 1 : -1;
    const keyed = pages.filter(matches).map((page) => ({ page, value: sortValue(page) }));
    keyed.sort((a, b) => {
      if (a.value === undefined || b.value === undefined) {
        return (a.value === undefined ? 1 : 0) - (b.value === undefined ? 1 : 0) || a.page.index - b.page.index;
      }

      const order = typeof a.value === 'number' ? a.value - b.value : compareText(a.value, b.value);
      return sign * order || a.page.index - b.page.index;
    });
    matching = keyed.map((entry) => entry.page);
  }

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

  /** @param {string} key @param {string} name @param {Page} page */
  function cell(key, name, page) {
    const isNumber = ['score', 'failures', 'lcp', 'cls', 'inp', 'change'].includes(key);
    const td = make('td', { role: 'cell', 'data-label': name, class: `cell-${key}${isNumber ? ' number' : ''}` });
    const value = page.vitals?.[key];
    if (key === 'status') {
      td.append(make('span', { class: `status ${STATUS_LOOKS[page.status] ?? 'none'}` }, STATUS_NAMES[page.status] ?? page.status));
    } else if (key === 'score' && page.score !== undefined) {
      td.append(make('span', { class: `score ${band(page.score)}` }, numbers.format(page.score)));
    } else if (key === 'failures' && page.failures !== undefined) {
      td.append(numbers.format(page.failures));
    } else if (key in VITAL_BOUNDS && value !== undefined) {
      td.append(vital(key, value));
    } else if (key === 'change' && page.change !== undefined) {
      td.append(make('span', { class: page.change > 0 ? 'up' : page.change < 0 ? 'down' : '' }, changeText(page.change)));
    } else if (key === 'grade' || key === 'service') {
      td.append(make('bdi', {}, page[key] ?? NONE));
    } else {
      td.append(make('span', { class: 'muted' }, NONE));
    }

    return td;
  }

  /** @param {Page} page What a row is called: its title, or, as not every service tells it, its path. */
  function nameOf(page) {
    if (page.title) {
      return page.title;
    }

    try {
      const { pathname, search } = new URL(page.url);
      return pathname + search;
    } catch {
      return page.url;
    }
  }

  /** @param {Page} page @returns {HTMLElement[]} */
  function rows(page) {
    const isOpen = open.has(page.index);
    const id = `details-${page.index}`;
    const toggle = make('button', { type: 'button', class: 'toggle', 'aria-expanded': String(isOpen), 'aria-controls': id },
      make('span', { class: 'chevron', 'aria-hidden': 'true' }), make('bdi', {}, nameOf(page)), make('span', { class: 'unseen' }, `, details of ${page.url}`));
    const row = make('tr', { role: 'row', class: 'page' }, make('th', { role: 'rowheader', scope: 'row' }, toggle, address(page.url)));
    row.append(...columns.slice(1).map((column) => cell(column.dataset.key ?? '', column.textContent ?? '', page)));
    toggle.addEventListener('click', () => {
      if (open.delete(page.index)) {
        row.nextElementSibling?.remove();
      } else {
        open.add(page.index);
        row.after(details(page, id));
      }

      toggle.setAttribute('aria-expanded', String(open.has(page.index)));
    });
    return isOpen ? [row, details(page, id)] : [row];
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

  /** @param {HTMLElement} button @param {boolean} isOff Kept focusable, so that the keyboard does not lose its place at an end. */
  const setOff = (button, isOff) => button.setAttribute('aria-disabled', String(isOff));

  /** Shows the rows of one page of the table, never more. */
  function show() {
    const pageCount = Math.max(1, Math.ceil(matching.length / state.size));
    state.at = Math.min(Math.max(state.at, 0), pageCount - 1);
    const from = state.at * state.size;
    const visible = matching.slice(from, from + state.size);
    byId('rows').replaceChildren(...(visible.length > 0
      ? visible.flatMap(rows)
      : [make('tr', { role: 'row' }, make('td', { role: 'cell', colspan: String(columns.length), class: 'empty' }, 'No page matches.'))]));
    const whole = matching.length === pages.length ? '' : ` that match, of ${numbers.format(pages.length)}`;
    byId('result').textContent = matching.length === 0
      ? `No page matches, of ${numbers.format(pages.length)}.`
      : `Pages ${numbers.format(from + 1)} to ${numbers.format(from + visible.length)} of ${numbers.format(matching.length)}${whole}.`;
    byId('position').textContent = `${numbers.format(state.at + 1)} of ${numbers.format(pageCount)}`;
    setOff(byId('first'), state.at === 0);
    setOff(byId('previous'), state.at === 0);
    setOff(byId('next'), state.at === pageCount - 1);
    setOff(byId('last'), state.at === pageCount - 1);
    for (const column of columns) {
      if (column.dataset.key === state.key) {
        column.setAttribute('aria-sort', state.ascending ? 'ascending' : 'descending');
      } else {
        column.removeAttribute('aria-sort');
      }
    }
  }

  function rearrange() {
    state.at = 0;
    arrange();
    show();
  }

  /** @param {HTMLSelectElement} select @param {[string, string][]} choices Values and names; a list with nothing to choose is not shown. */
  function fill(select, choices) {
    select.append(...choices.slice(0, LONGEST_CHOICE).map(([value, name]) => make('option', { value }, name)));
    if (choices.length < 2 && select.id !== 'check' || choices.length === 0) {
      select.closest('label')?.setAttribute('hidden', '');
    }
  }

  /** @param {Set<string>} values @param {string} none @returns {[string, string][]} A mark before the value tells "without" from "all". */
  const choices = (values, none) => [...values].sort(compareText).map((value) => [`=${value}`, value || none]);

  /** @param {string} check */
  function showPagesThatFail(check) {
    /** @type {HTMLFormElement} */ (byId('filters')).reset();
    /** @type {HTMLSelectElement} */ (byId('check')).value = check;
    state.check = check;
    rearrange();
    byId('pages-title').focus();
  }

  /** @param {Map<string, unknown>} failed Gives the commonest problems a way to their pages. */
  function linkProblems(failed) {
    for (const count of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-check]'))) {
      const id = `${count.dataset.service}\n${count.dataset.check}`;
      if (failed.has(id)) {
        const button = make('button', { type: 'button', class: 'count' }, count.textContent ?? '', make('span', { class: 'unseen' }, ' pages, show them'));
        button.addEventListener('click', () => showPagesThatFail(id));
        count.replaceChildren(button);
      }
    }
  }

  function listen() {
    const search = /** @type {HTMLInputElement} */ (byId('search'));
    search.addEventListener('input', () => {
      state.search = search.value.trim().toLowerCase();
      rearrange();
    });
    for (const key of /** @type {('status' | 'grade' | 'service' | 'check')[]} */ (['status', 'grade', 'service', 'check'])) {
      const select = /** @type {HTMLSelectElement} */ (byId(key));
      select.addEventListener('change', () => {
        state[key] = select.value;
        rearrange();
      });
    }

    byId('filters').addEventListener('submit', (event) => event.preventDefault());
    byId('filters').addEventListener('reset', () => {
      Object.assign(state, { search: '', status: '', grade: '', service: '', check: '' });
      rearrange();
    });
    for (const column of columns) {
      column.querySelector('button')?.addEventListener('click', () => {
        const key = column.dataset.key ?? '';
        state.ascending = state.key === key ? !state.ascending : true;
        state.key = key;
        rearrange();
      });
    }

    const size = /** @type {HTMLSelectElement} */ (byId('size'));
    size.addEventListener('change', () => {
      state.size = Number(size.value);
      state.at = 0;
      show();
    });
    const steps = /** @type {Record<string, () => number>} */ ({
      first: () => 0, previous: () => state.at - 1, next: () => state.at + 1, last: () => Math.ceil(matching.length / state.size) - 1,
    });
    for (const [id, step] of Object.entries(steps)) {
      const button = byId(id);
      button.addEventListener('click', () => {
        if (button.getAttribute('aria-disabled') !== 'true') {
          state.at = step();
          show();
        }
      });
    }
  }

  const stock = takeStock();
  fill(byId('grade'), choices(stock.grades, 'No grade'));
  fill(byId('service'), choices(stock.services, 'None'));
  fill(byId('check'), [...stock.failed].sort((a, b) => b[1].pages - a[1].pages).map(([id, { check, pages: count }]) =>
    [id, `${check[2]}${stock.services.size > 1 ? ` (${check[0]})` : ''} \u2013 ${numbers.format(count)}`]));
  linkProblems(stock.failed);
  listen();
  arrange();
  show();
  byId('browser').hidden = false;
  document.documentElement.classList.add('scripted');
})();
