// @ts-check
// The pages as the data block tells them, and which of them are shown in what order. Everything in that data is foreign text: it becomes
// part of the page as text nodes and nothing else.

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

const STATUS_ORDER = ['error', 'skipped', 'failed', 'passed'];

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
