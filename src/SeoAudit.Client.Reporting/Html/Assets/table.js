// @ts-check
// The table of pages. What the report says without it stays as it is.

const LONGEST_CHOICE = 500;
const NONE = '\u2013';

const STATUS_NAMES = /** @type {Record<string, string>} */ ({ passed: 'Passed', failed: 'Failed', error: 'Error', skipped: 'Not attempted' });
const STATUS_LOOKS = /** @type {Record<string, string>} */ ({ passed: 'good', failed: 'poor', error: 'poor error', skipped: 'none' });

const columns = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('#table th')]);

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
