// Whatever comes from a page or a service is set as text, never as markup.
const api = "api/audit";
const worstShown = 10;
const final = new Set(["completed", "failed", "cancelled"]);
const bands = [
  { name: "90–100", style: "good", holds: (score) => score >= 90 },
  { name: "70–89", style: "good", holds: (score) => score >= 70 && score < 90 },
  { name: "50–69", style: "fair", holds: (score) => score >= 50 && score < 70 },
  { name: "0–49", style: "poor", holds: (score) => score < 50 },
];
const byId = (id) => document.getElementById(id);

let shown = null;
let source = null;

function element(name, text, className) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
}

// A job that is shown, and what of it has come so far.
function newView(id) {
  return { id, state: null, seen: 0, sum: 0, passed: 0, errors: 0, counts: bands.map(() => 0), worst: [], isDrawn: true };
}

function take(view, outcome) {
  // After a reconnection, nothing is counted twice.
  if (outcome.completed <= view.seen) return;
  const { result } = outcome;
  view.seen = outcome.completed;
  view.sum += result.score;
  if (result.error !== null) {
    view.errors++;
  } else {
    if (result.score >= 70) view.passed++;
    view.counts[bands.findIndex((band) => band.holds(result.score))]++;
  }

  view.worst.push({ score: result.score, url: result.url, note: result.error ?? result.meta.title ?? "" });
  view.worst.sort((one, other) => one.score - other.score);
  view.worst.length = Math.min(view.worst.length, worstShown);
}

function draw(view) {
  if (!view.isDrawn) return;
  view.isDrawn = false;
  // Outcomes may come by the hundred; the page is drawn ten times a second at most.
  setTimeout(() => {
    view.isDrawn = true;
    if (view === shown) drawNow(view);
  }, 100);
}

function drawNow(view) {
  const { state } = view;
  const isOver = final.has(state.status);
  byId("job-title").textContent = `Job ${view.id.slice(0, 8)}`;
  byId("status").textContent = state.is_cancelling && !isOver ? "cancelling" : state.status;
  byId("counts").textContent = `${view.seen} of ${state.total} pages`
    + (state.paused_until ? `, waits for its quota until ${new Date(state.paused_until).toLocaleString()}` : "");
  byId("progress").max = Math.max(state.total, 1);
  byId("progress").value = view.seen;
  byId("average").textContent = view.seen ? (view.sum / view.seen).toFixed(1) : "–";
  byId("passed").textContent = view.passed;
  byId("failed").textContent = view.seen - view.passed;
  byId("errors").textContent = view.errors;
  byId("cancel").hidden = isOver;
  byId("cancel").disabled = state.is_cancelling;
  byId("result").hidden = !isOver;
  byId("result").href = `${api}/jobs/${encodeURIComponent(view.id)}`;
  if (state.error) byId("trouble").textContent = state.error;
  drawBars(view);
  byId("worst").replaceChildren(...view.worst.map((page) => {
    const row = element("tr");
    const about = element("td", page.url);
    if (page.note) about.append(element("small", page.note));
    row.append(element("td", page.score), about);
    return row;
  }));
}

function drawBars(view) {
  const rows = [...bands.map((band, index) => [band.name, band.style, view.counts[index]]), ["no audit", "none", view.errors]];
  const list = byId("distribution");
  if (!list.children.length) {
    list.append(...rows.map(([name, style]) => {
      const item = element("li");
      const track = element("span", undefined, "track");
      track.append(element("div", undefined, `bar ${style}`));
      item.append(element("span", name), track, element("span", 0, "count"));
      return item;
    }));
  }

  rows.forEach(([, , count], index) => {
    const item = list.children[index];
    item.querySelector(".bar").style.width = `${view.seen ? (100 * count) / view.seen : 0}%`;
    item.querySelector(".count").textContent = count;
  });
}

function show(id) {
  source?.close();
  shown = newView(id);
  const view = shown;
  byId("trouble").textContent = "";
  byId("job").hidden = false;
  source = new EventSource(`${api}/jobs/${encodeURIComponent(id)}/outcomes`);
  const own = source;
  const tell = (event) => {
    const before = view.state?.status;
    view.state = JSON.parse(event.data);
    byId("trouble").textContent = "";
    if (view.state.status !== before) {
      byId("announcer").textContent = `The job is ${view.state.status}.`;
      listJobs();
    }

    draw(view);
  };
  own.addEventListener("job", tell);
  own.addEventListener("end", (event) => {
    // Otherwise the browser would connect again and again.
    own.close();
    tell(event);
  });
  own.addEventListener("outcome", (event) => {
    take(view, JSON.parse(event.data));
    draw(view);
  });
  own.onerror = () => {
    if (view === shown) byId("trouble").textContent = own.readyState === EventSource.CLOSED ? "This job cannot be shown." : "The connection was lost; trying again…";
  };
}

async function listJobs() {
  const answer = await fetch(`${api}/jobs?limit=10`);
  if (!answer.ok) return;
  const { jobs } = await answer.json();
  byId("no-jobs").hidden = jobs.length > 0;
  byId("jobs").replaceChildren(...jobs.map((job) => {
    const item = element("li");
    const when = element("time", new Date(job.submitted_at).toLocaleString());
    when.dateTime = job.submitted_at;
    const open = element("button", "Show");
    open.type = "button";
    open.setAttribute("aria-label", `Show job ${job.job_id.slice(0, 8)}`);
    open.addEventListener("click", () => turnTo(job.job_id));
    item.append(element("code", job.job_id.slice(0, 8)), element("span", job.status, "badge"), element("span", `${job.completed} of ${job.total} pages`), when, open);
    return item;
  }));
}

function tellFaults(faults) {
  byId("faults").replaceChildren(...faults.map(([, text]) => element("li", text)));
  const names = faults.map(([field]) => field);
  byId("urls").setAttribute("aria-invalid", names.some((name) => name.startsWith("urls")));
  byId("concurrency").setAttribute("aria-invalid", names.includes("concurrency"));
}

async function submit() {
  const urls = byId("urls").value.split("\n").map((line) => line.trim()).filter(Boolean);
  byId("submit").disabled = true;
  try {
    const answer = await fetch(`${api}/async`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ urls, concurrency: byId("concurrency").valueAsNumber }),
    });
    const body = await answer.json();
    if (answer.status === 202) {
      tellFaults([]);
      turnTo(body.job_id);
    } else {
      tellFaults(Object.entries(body.errors ?? { "": [body.detail ?? body.title] }).map(([field, texts]) => [field, texts.join(" ")]));
    }
  } catch {
    tellFaults([["", "The service could not be reached."]]);
  } finally {
    byId("submit").disabled = false;
  }
}

async function cancel() {
  byId("cancel").disabled = true;
  const view = shown;
  const answer = await fetch(`${api}/jobs/${encodeURIComponent(view.id)}/cancel`, { method: "POST" });
  if (answer.ok && !final.has(view.state.status)) {
    view.state = await answer.json();
    draw(view);
  }
}

function showFromAddress() {
  const id = location.hash.slice(1);
  if (/^[0-9a-f-]{36}$/.test(id) && id !== shown?.id) show(id);
}

function turnTo(id) {
  location.hash = id;
  showFromAddress();
  byId("job-title").focus();
}

async function readSettings() {
  const settings = await (await fetch("api/settings")).json();
  byId("emulated").hidden = !settings.is_emulated;
  byId("demo").hidden = settings.demo_pages === 0;
  byId("demo").addEventListener("click", () => {
    byId("urls").value = Array.from({ length: settings.demo_pages }, (_, page) => new URL(`demo/${page + 1}`, document.baseURI).href).join("\n");
  });
}

byId("form").addEventListener("submit", (event) => {
  event.preventDefault();
  submit();
});
byId("cancel").addEventListener("click", cancel);
addEventListener("hashchange", showFromAddress);
readSettings();
listJobs();
showFromAddress();
