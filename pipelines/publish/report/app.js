// The report's own script: reads the data that stand in the page, draws them, asks nothing of a network.
// Whatever came from a news page is set as text (h, s); no markup is ever made of it.
"use strict";
(() => {
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const words = read("words");
  const data = read("data");
  const rowsOf = (part) => part.rows.map((row) => Object.fromEntries(part.columns.map((name, at) => [name, row[at]])));
  const by = (list, key) => list.reduce((found, item) => {
    if (!found.has(item[key])) found.set(item[key], []);
    found.get(item[key]).push(item);
    return found;
  }, new Map());
  const index = (list) => new Map(list.map((item) => [item.id, item]));
  const compare = (one, other) => (one < other ? -1 : one > other ? 1 : 0);

  const alliances = index(rowsOf(data.alliances));
  const parties = index(rowsOf(data.parties));
  const ties = rowsOf(data.ties);
  const events = rowsOf(data.events);
  const relations = rowsOf(data.relations);
  const changes = rowsOf(data.changes);
  const evidence = by(rowsOf(data.evidence), "fact");
  const conflicts = by(rowsOf(data.conflicts), "fact");
  const tiesOf = by(ties, "alliance");
  const tiesOfMember = by(ties, "member");
  const eventsOf = by(events.filter((event) => event.alliance), "alliance");
  const facts = new Map([...ties.map((tie) => [tie.id, { tie }]), ...events.map((event) => [event.id, { event }])]);
  const EVER = "9999-12-31";
  const today = data.edition.data_as_of || "";

  // ---- language and theme -------------------------------------------------------------------------------------------
  const remembered = (key) => { try { return localStorage.getItem(key); } catch { return null; } };
  const remember = (key, value) => { try { localStorage.setItem(key, value); } catch { /* a browser may refuse */ } };
  let language = remembered("entente-language") || ((navigator.language || "").toLowerCase().startsWith("ko") ? "ko" : "en");
  if (language !== "ko") language = "en";
  let theme = remembered("entente-theme") || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");

  /** The word of a key in the language that is shown, with {places} filled in. */
  function w(key, values = {}) {
    const held = words[key];
    if (!held) throw new Error(`there is no word for ${key}`);
    return held[language].replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
  }
  /** The word of a term of a vocabulary; the term itself where it is new. */
  const term = (vocabulary, value) => (value == null ? "" : words[`${vocabulary}.${value}`] ? w(`${vocabulary}.${value}`) : value);
  const number = (value) => new Intl.NumberFormat(language).format(value);
  const nameOf = (held, id) => (!held ? id : language === "en" ? held.en || held.name : held.name);
  const allianceName = (id) => nameOf(alliances.get(id), id);
  const memberName = (id) => nameOf(parties.get(id) || alliances.get(id), id);

  // ---- elements -----------------------------------------------------------------------------------------------------
  const SVG = "http://www.w3.org/2000/svg";
  function made(element, attributes, children) {
    for (const [name, value] of Object.entries(attributes || {})) {
      if (value == null || value === false) continue;
      if (typeof value === "function") element.addEventListener(name, value);
      else element.setAttribute(name, value === true ? "" : value);
    }
    element.append(...children.flat().filter((child) => child != null && child !== false));
    return element;
  }
  const h = (tag, attributes, ...children) => made(document.createElement(tag), attributes, children);
  const s = (tag, attributes, ...children) => made(document.createElementNS(SVG, tag), attributes, children);
  const show = (id, ...children) => document.getElementById(id).replaceChildren(...children.flat().filter(Boolean));
  const say = (text) => { document.getElementById("live").textContent = text; };
  const activated = (act) => (event) => {
    if (event.key === "Enter" || event.key === " ") { event.preventDefault(); act(event); }
  };
  /** A link out, for http and https alone; text for all else. */
  function link(url, text) {
    let address = null;
    try { address = new URL(url); } catch { /* no address */ }
    if (!address || !["http:", "https:"].includes(address.protocol)) return h("span", {}, text);
    return h("a", { href: address.href, target: "_blank", rel: "noopener noreferrer nofollow" }, text);
  }
  const badge = (text, kind = "") => h("span", { class: `badge ${kind}` }, text);
  const select = (label, options, value, change, attributes = {}) => h("label", {}, label,
    h("select", { ...attributes, change: (event) => change(event.target.value) },
      options.map(([key, text]) => h("option", { value: key, selected: key === value }, text))));

  const STATUS_KIND = { active: "good", renegotiated: "good", announced: "warn", under_discussion: "warn", proposed: "warn",
    suspended: "warn", terminated: "bad", denied: "bad", expired: "bad", lapsed: "bad" };
  const CHANGE_KIND = { joined: "good", new_alliance: "good", left: "bad", withdrawn: "bad", status: "warn" };
  const statusBadge = (status) => badge(term("status", status), STATUS_KIND[status]);
  const openerOf = (fact, about) => facts.has(fact) && h("button", { type: "button", class: "open", "aria-haspopup": "dialog",
    "aria-label": w("open_evidence_of", { what: about }), click: () => openFact(fact) }, w("evidence"));

  // ---- time ---------------------------------------------------------------------------------------------------------
  /** certain, possible or null: how a tie stood on a day, as known now. */
  const standing = (tie, day) => (day >= tie.cf && day < tie.cu ? "certain" : day >= tie.pf && day < tie.pu ? "possible" : null);
  const days = (day) => Date.parse(`${day}T00:00:00Z`) / 86400000;
  const dayOf = (count) => new Date(count * 86400000).toISOString().slice(0, 10);
  const known = (day) => day && day > "1000" && day < EVER;
  const firstDay = ties.concat(events).flatMap((fact) => [fact.pf, fact.first, fact.reported]).filter(known).sort()[0] || today;
  const span = (tie) => `${tie.since || w("undated")} – ${tie.until || (tie.current ? w("still", { day: tie.last }) : w("last_said", { day: tie.last }))}`;

  // ---- evidence -----------------------------------------------------------------------------------------------------
  function openFact(id) {
    const { tie, event } = facts.get(id);
    const fact = tie || event;
    const title = tie ? w("tie_title", { member: memberName(tie.member), alliance: allianceName(tie.alliance) })
      : `${term("event_type", event.type)}: ${nameOf({ name: event.who, en: event.en }, "")}`;
    const rows = tie
      ? [["role", term("role", tie.role) + (tie.founder ? ` · ${w("founder")}` : "")], ["status", term("status", tie.status)], ["since", tie.since || w("undated")],
        ["until", tie.until || w("no_end")], ["confirmed", `${tie.first} – ${tie.last}`]]
      : [["modality", term("modality", event.modality)], ["when", event.date || w("undated")], ["reported", event.reported],
        ["alliance", event.alliance && allianceName(event.alliance)], ["place", event.place],
        ["amount", event.amount != null && `${number(event.amount)} ${event.currency || ""}`], ["stake", event.stake != null && `${number(event.stake)} %`]];
    rows.push(["sources", w("n_sources", { n: number(fact.sources), articles: number(fact.articles) })], ["confidence", number(fact.confidence)]);
    if (fact.overridden) rows.push(["overridden", w("by_analyst")]);
    const held = evidence.get(id) || [];
    openSheet(title, [
      h("dl", {}, rows.filter(([, value]) => value).flatMap(([key, value]) => [h("dt", {}, w(key)), h("dd", {}, value)])),
      (conflicts.get(id) || []).map((conflict) => h("p", { class: "notice" }, w("conflict_line", { field: term("conflict_field", conflict.field),
        shown: conflict.shown ?? w("none"), other: conflict.other ?? w("none"), rule: term("conflict_rule", conflict.rule) }))),
      h("div", {}, h("h3", {}, w("evidence")), held.map(source), !held.length && h("p", { class: "muted" }, w("evidence_left_out"))),
    ]);
  }
  function source(piece) {
    const notes = [term("stance", piece.stance), piece.speaker ? w("says", { who: piece.speaker }) : term("attribution", piece.attribution), term("zone", piece.zone)];
    return h("article", { class: `source ${piece.stance}` },
      h("blockquote", { lang: /[가-힣]/.test(piece.quote) ? "ko" : "en" }, piece.quote),
      h("p", {}, h("b", {}, piece.publisher || w("unknown_outlet")), " · ", h("time", {}, piece.published || w("captured_on", { day: piece.captured })), " · ",
        piece.url ? link(piece.url, piece.title || w("article")) : piece.title || w("article")),
      h("p", {}, notes.filter(Boolean).join(" · "), ` · ${w("confidence")} ${number(piece.confidence)}`));
  }
  function openSheet(title, children) {
    const dialog = document.getElementById("evidence");
    const heading = h("h2", { id: "evidence-title", tabindex: "-1" }, title);
    dialog.replaceChildren(h("div", { class: "sheet" }, h("header", {}, heading,
      h("button", { type: "button", class: "close", click: () => dialog.close() }, w("close"))), children.flat().filter(Boolean)));
    if (!dialog.open) dialog.showModal();
    dialog.scrollTop = 0;
    heading.focus();
  }
  /** All ties of an alliance or a party, each with the way to its evidence. */
  function openNode(id) {
    const isAlliance = tiesOf.has(id);
    const held = isAlliance ? tiesOf.get(id) : tiesOfMember.get(id) || [];
    const aliases = (alliances.get(id)?.aliases || []).filter((alias) => alias !== allianceName(id)).slice(0, 8);
    openSheet(isAlliance ? allianceName(id) : memberName(id), [
      aliases.length && h("p", { class: "muted" }, w("also_called", { names: aliases.join(", ") })),
      h("ul", { class: "feed" }, held.map((tie) => {
        const other = isAlliance ? memberName(tie.member) : allianceName(tie.alliance);
        return h("li", {}, statusBadge(tie.status), h("span", {}, term("role", tie.role)), h("span", { class: "what" }, h("b", {}, other), " ", h("span", { class: "muted" }, span(tie))), openerOf(tie.id, other));
      })),
    ]);
  }

  // ---- overview -----------------------------------------------------------------------------------------------------
  function drawOverview() {
    const current = ties.filter((tie) => tie.belongs && tie.current);
    const tiles = [["tile_alliances", new Set(current.map((tie) => tie.alliance)).size], ["tile_members", new Set(current.map((tie) => tie.member)).size],
      ["tile_ties", data.ties.total], ["tile_events", data.events.total], ["tile_evidence", data.evidence.total], ["tile_outlets", data.coverage.total]];
    const missing = Object.entries(data.left_out);
    show("overview", h("h1", {}, w("title")), h("p", { class: "lead" }, w(today ? "subtitle" : "subtitle_empty", { day: today })),
      h("div", { class: "tiles" }, tiles.map(([key, value]) => h("div", { class: "tile" }, h("b", {}, number(value)), h("span", {}, w(key))))),
      missing.length && h("p", { class: "notice", id: "left-out" }, w("left_out", { what: missing.map(([name, count]) => `${w(`section.${name}`)} ${number(count)}`).join(", ") })),
      !ties.length && !events.length && h("p", { class: "notice" }, w("nothing_yet")));
  }

  // ---- network ------------------------------------------------------------------------------------------------------
  const MOST_HUBS = 40, MOST_NODES = 160, MOST_MEMBERS = 60;
  const hueOf = new Map([...alliances.values()].filter((each) => !each.pairing).map((each, at) => [each.id, at % 10]));
  const tint = (id) => (hueOf.has(id) ? `f${hueOf.get(id)}` : "");
  const PAGE = window.innerWidth < 700 ? 15 : 50;
  const state = { day: today, chosen: null, around: "", allianceShown: null, changesSince: null, changesShown: PAGE };
  let graph = layOut();

  /** Hubs, parties and their ties, laid out once over all of time, so that nothing jumps when the day changes. */
  function layOut() {
    const joined = ties.filter((tie) => tie.belongs), around = neighbours(state.around);
    const sizes = [...by(joined, "alliance")].filter(([id]) => !around || around.has(id))
      .sort((one, other) => (other[0] === state.around) - (one[0] === state.around) || other[1].length - one[1].length || compare(one[0], other[0]));
    const nodes = new Map(), edges = [];
    const node = (id, kind) => { if (!nodes.has(id)) nodes.set(id, { id, kind, degree: 0 }); return nodes.get(id); };
    const edge = (from, to, held, kind) => { edges.push({ from, to, ties: held, kind }); from.degree += 1; to.degree += 1; };
    let shown = 0, trimmed = false;
    for (const [id, held] of sizes) {
      const all = [...by(held, "member")], members = all.slice(0, MOST_MEMBERS);
      if (shown >= MOST_HUBS || nodes.size + members.length > MOST_NODES) continue;
      shown += 1;
      trimmed ||= all.length > members.length;
      if (alliances.get(id)?.pairing && members.length === 2) {
        edge(node(members[0][0], "party"), node(members[1][0], "party"), held, "pair");
        continue;
      }
      const hub = node(id, "hub");
      for (const [member, own] of members) if (member !== id) edge(node(member, "party"), hub, own, "tie");
    }
    for (const relation of relations.filter((each) => each.relation === "rival_of"))
      if (nodes.has(relation.subject) && nodes.has(relation.object)) edges.push({ from: nodes.get(relation.subject), to: nodes.get(relation.object), relation, kind: "rival" });
    settle([...nodes.values()], edges);
    return { nodes: [...nodes.values()], edges, around, hubs: shown, all: sizes.length, cut: trimmed || shown < sizes.length };
  }
  /** An alliance with those that share a member with it or are its rivals; null where all alliances are meant. */
  function neighbours(id) {
    if (!id) return null;
    const shared = (tiesOf.get(id) || []).flatMap((tie) => tiesOfMember.get(tie.member)).map((tie) => tie.alliance);
    const rivals = relations.filter((each) => each.relation === "rival_of").flatMap((each) => (each.subject === id ? [each.object] : each.object === id ? [each.subject] : []));
    return new Set([id, ...shared, ...rivals]);
  }
  /** Forces between nodes, from a fixed spiral on: the same data give the same picture. */
  function settle(nodes, edges) {
    nodes.forEach((node, at) => { const angle = at * 2.399963; const reach = Math.sqrt(at + 1) / Math.sqrt(nodes.length + 1); node.x = Math.cos(angle) * reach; node.y = Math.sin(angle) * reach; });
    const rounds = nodes.length > 120 ? 220 : 400, ideal = 1.5 / Math.sqrt(nodes.length + 1), reach = (4 * ideal) ** 2;
    for (let round = 0; round < rounds; round += 1) {
      const step = 0.12 * (1 - round / rounds) ** 1.4;
      for (const node of nodes) { node.dx = -node.x * 0.05; node.dy = -node.y * 0.05; }
      for (let one = 0; one < nodes.length; one += 1) for (let other = one + 1; other < nodes.length; other += 1) {
        const a = nodes[one], b = nodes[other];
        const dx = a.x - b.x, dy = a.y - b.y, far = Math.max(dx * dx + dy * dy, 1e-5);
        if (far > reach) continue;
        const force = (ideal * ideal * (a.kind === "hub" && b.kind === "hub" ? 4 : 1)) / far;
        a.dx += dx * force; a.dy += dy * force; b.dx -= dx * force; b.dy -= dy * force;
      }
      for (const { from, to, kind } of edges) {
        const dx = from.x - to.x, dy = from.y - to.y, far = Math.hypot(dx, dy), pull = kind === "rival" ? 0.12 : far / ideal / 2.2;
        from.dx -= dx * pull; from.dy -= dy * pull; to.dx += dx * pull; to.dy += dy * pull;
      }
      for (const node of nodes) { const far = Math.hypot(node.dx, node.dy) || 1, move = Math.min(far, step); node.x += (node.dx / far) * move; node.y += (node.dy / far) * move; }
    }
    for (const axis of ["x", "y"]) {
      const values = nodes.map((node) => node[axis]), low = Math.min(...values), high = Math.max(...values);
      for (const node of nodes) node[axis] = high > low ? (node[axis] - low) / (high - low) : 0.5;
    }
  }
  const edgeStanding = (edge, day) => {
    if (edge.kind === "rival") return !edge.relation.first || edge.relation.first <= day ? "rival" : null;
    const found = edge.ties.map((tie) => standing(tie, day));
    if (edge.kind === "pair" && new Set(edge.ties.filter((tie) => standing(tie, day)).map((tie) => tie.member)).size < 2) return null;
    return found.includes("certain") ? "certain" : found.includes("possible") ? "possible" : null;
  };

  function drawNetwork() {
    const low = days(firstDay || "2000-01-01"), high = Math.max(days(today || "2000-01-01"), low + 1);
    const slider = h("input", { type: "range", id: "day", min: low, max: high, step: 1, value: days(state.day || today || "2000-01-01"), "aria-valuetext": state.day,
      input: (event) => moveTo(dayOf(Number(event.target.value))) });
    const jump = (text, label, months) => h("button", { type: "button", "aria-label": label, click: () => {
      const to = months ? new Date(`${state.day}T00:00:00Z`) : null;
      if (to) to.setUTCMonth(to.getUTCMonth() + months);
      const day = to ? to.toISOString().slice(0, 10) : today;
      moveTo(day < firstDay ? firstDay : day > today ? today : day);
    } }, text);
    show("network", h("h2", {}, w("network")), h("p", { class: "lead" }, w("network_lead")),
      ties.length ? [
        h("div", { class: "slider" }, h("label", {}, w("date_shown"), slider), h("output", { id: "day-shown", for: "day" }, state.day),
          h("span", { class: "tools" }, jump("−", w("month_back"), -1), jump("+", w("month_on"), 1), jump(w("newest"), w("newest"), 0))),
        h("div", { class: "controls" }, select(w("network_around"), [["", w("network_all")], ...options(ties.filter((tie) => tie.belongs).map((tie) => tie.alliance), allianceName)],
          state.around, (id) => { state.around = id; graph = layOut(); drawGraph(); moveTo(state.day); }, { id: "network-around" })),
        h("ul", { class: "legend" },
          [["edge", "legend_certain"], ["edge possible", "legend_possible"], ["edge rival", "legend_rival"]].map(([kind, key]) =>
            h("li", {}, s("svg", { viewBox: "0 0 40 12", "aria-hidden": "true" }, s("line", { class: kind, x1: 0, y1: 6, x2: 40, y2: 6 })), w(key)))),
        h("div", { class: "canvas", id: "canvas" }),
        h("p", { class: "muted", id: "network-cut" }),
        h("h3", {}, w("camps")), h("ul", { class: "camps", id: "camps" }),
      ] : h("p", { class: "muted" }, w("nothing_yet")));
    if (ties.length) { drawGraph(); moveTo(state.day); }
  }
  function drawGraph() {
    const cut = document.getElementById("network-cut");
    cut.hidden = !graph.cut;
    cut.textContent = w("network_cut", { shown: number(graph.hubs), all: number(graph.all), most: number(MOST_MEMBERS) });
    const canvas = document.getElementById("canvas");
    const width = Math.max(canvas.clientWidth, 280), small = width < 620;
    const height = Math.round(small ? width * 1.15 : Math.min(width * 0.62, 700)), padX = small ? 34 : 70, padY = 42;
    for (const node of graph.nodes) { node.px = padX + node.x * (width - 2 * padX); node.py = padY + node.y * (height - 2 * padY); }
    spread(width, height, small);
    const hulls = s("g", { "aria-hidden": "true" }), lines = s("g", { "aria-hidden": "true" }), marks = s("g", {});
    for (const edge of graph.edges) lines.append(edge.element = s("line", { class: "edge", x1: edge.from.px, y1: edge.from.py, x2: edge.to.px, y2: edge.to.py }));
    for (const node of [...graph.nodes].sort((one, other) => compare(one.kind === "hub", other.kind === "hub") || compare(one.id, other.id))) {
      const hub = node.kind === "hub", name = hub ? allianceName(node.id) : memberName(node.id), size = hub ? 11 : Math.min(5 + node.degree, 9);
      if (hub) hulls.append(node.hull = s("path", { class: `hull ${tint(node.id)}` }));
      const shape = hub ? s("rect", { class: tint(node.id) || "party", x: -size, y: -size, width: 2 * size, height: 2 * size, rx: 5 }) : s("circle", { class: "party", r: size });
      node.element = s("g", { class: `node ${node.kind}`, role: "button", tabindex: "-1", transform: `translate(${node.px.toFixed(1)} ${node.py.toFixed(1)})`, "data-id": node.id,
        click: () => { choose(node); openNode(node.id); }, keydown: (event) => steer(event, node), focus: () => highlight(node), blur: () => highlight(null),
        mouseenter: () => highlight(node), mouseleave: () => highlight(null) },
      shape, s("text", { y: size + 14, "text-anchor": "middle" }, name.length > 22 ? `${name.slice(0, 21)}…` : name));
      marks.append(node.element);
    }
    canvas.replaceChildren(s("svg", { class: `graph ${small ? "small" : ""}`, viewBox: `0 0 ${width} ${height}`, role: "group", "aria-label": w("network_label") }, hulls, lines, marks));
    choose(graph.nodes.find((node) => node.id === state.chosen) || graph.nodes[0]);
  }
  /** Pushes nodes apart until the boxes of their names lie beside one another, as far as there is room. */
  function spread(width, height, small) {
    const boxes = graph.nodes.map((node) => {
      const name = node.kind === "hub" ? allianceName(node.id) : memberName(node.id);
      const letters = [...name.slice(0, 22)].reduce((sum, letter) => sum + (letter > "\u1100" ? 12 : 7), 0);
      const named = node.kind === "hub" || !small;
      return { node, half: named ? Math.max(letters / 2, 14) + 3 : 13, up: node.kind === "hub" ? 14 : 11, down: named ? 26 : 11 };
    });
    for (let round = 0; round < 160; round += 1) {
      for (let one = 0; one < boxes.length; one += 1) for (let other = one + 1; other < boxes.length; other += 1) {
        const a = boxes[one], b = boxes[other], dx = b.node.px - a.node.px, dy = b.node.py - a.node.py;
        const overX = a.half + b.half - Math.abs(dx), overY = (dy > 0 ? a.down + b.up : a.up + b.down) - Math.abs(dy);
        if (overX <= 0 || overY <= 0) continue;
        const axis = overY <= overX ? "py" : "px", over = Math.min(overX, overY) / 4 + 0.2, side = (axis === "py" ? dy : dx) >= 0 ? 1 : -1;
        a.node[axis] -= side * over; b.node[axis] += side * over;
      }
      for (const { node, half } of boxes) {
        node.px = Math.min(Math.max(node.px, half + 6), width - half - 6);
        node.py = Math.min(Math.max(node.py, 24), height - 34);
      }
    }
  }
  /** One stop of the Tab key for the whole picture; arrow keys go to the nearest node on that side. */
  function steer(event, node) {
    const towards = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (!towards) { activated(() => openNode(node.id))(event); return; }
    event.preventDefault();
    let best = null, least = Infinity;
    for (const other of graph.nodes) {
      if (other === node || other.element.classList.contains("away")) continue;
      const dx = other.px - node.px, dy = other.py - node.py, along = dx * towards[0] + dy * towards[1], aside = Math.abs(dx * towards[1]) + Math.abs(dy * towards[0]);
      if (along > 1 && along + 2 * aside < least) { best = other; least = along + 2 * aside; }
    }
    if (best) { choose(best); best.element.focus(); }
  }
  function choose(node) {
    for (const each of graph.nodes) each.element.setAttribute("tabindex", each === node ? "0" : "-1");
    state.chosen = node ? node.id : null;
  }
  function highlight(node) {
    const near = new Set([node]);
    if (node) for (const edge of graph.edges) if (edge.from === node || edge.to === node) { near.add(edge.from); near.add(edge.to); }
    for (const each of graph.nodes) each.element.classList.toggle("dim", Boolean(node) && !near.has(each));
    for (const each of graph.nodes) each.element.classList.toggle("chosen", Boolean(node) && near.has(each));
    for (const edge of graph.edges) edge.element.classList.toggle("dim", Boolean(node) && edge.from !== node && edge.to !== node);
  }
  function moveTo(day) {
    state.day = day;
    const slider = document.getElementById("day");
    slider.value = days(day);
    slider.setAttribute("aria-valuetext", day);
    document.getElementById("day-shown").textContent = day;
    const present = new Map();
    for (const edge of graph.edges) {
      const how = edgeStanding(edge, day);
      edge.element.setAttribute("class", `edge ${how || "away"}`);
      if (!how) edge.element.setAttribute("visibility", "hidden"); else edge.element.removeAttribute("visibility");
      if (how && edge.kind !== "rival") for (const node of [edge.from, edge.to]) present.set(node, (present.get(node) || []).concat(edge));
    }
    for (const node of graph.nodes) {
      const edges = present.get(node) || [];
      node.element.classList.toggle("away", !edges.length);
      node.element.setAttribute("aria-label", w(node.kind === "hub" ? "node_alliance" : "node_party", { name: node.kind === "hub" ? allianceName(node.id) : memberName(node.id), n: edges.length, day }));
      if (node.hull) node.hull.setAttribute("d", edges.length > 1 ? hull([node, ...edges.map((edge) => (edge.from === node ? edge.to : edge.from))]) : "");
    }
    drawCamps();
  }
  /** The convex hull of some nodes as a path (Andrew's monotone chain). */
  function hull(nodes) {
    const points = nodes.map((node) => [node.px, node.py]).sort((one, other) => one[0] - other[0] || one[1] - other[1]);
    const half = (list) => list.reduce((chain, point) => {
      while (chain.length > 1) {
        const [a, b] = chain.slice(-2);
        if ((b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0]) > 0) break;
        chain.pop();
      }
      return [...chain, point];
    }, []).slice(0, -1);
    return `M${[...half(points), ...half([...points].reverse())].map((point) => point.map((at) => at.toFixed(1)).join(" ")).join("L")}Z`;
  }
  /** The same as a list: who stands together on that day, and against whom. */
  function drawCamps() {
    const day = state.day, cards = [];
    for (const [id, held] of tiesOf) {
      if (graph.around && !graph.around.has(id)) continue;
      const members = [...by(held.filter((tie) => tie.belongs && standing(tie, day)), "member")].map(([member, own]) => ({ member, tie: own[0], how: own.some((tie) => standing(tie, day) === "certain") ? "certain" : "possible" }));
      if (members.length > 0) cards.push({ id, members });
    }
    cards.sort((one, other) => other.members.length - one.members.length || compare(one.id, other.id));
    const most = 60;
    show("camps", cards.slice(0, most).map(({ id, members }) => {
      const rivals = relations.filter((each) => each.relation === "rival_of" && (each.subject === id || each.object === id) && (!each.first || each.first <= day))
        .map((each) => (each.subject === id ? (alliances.has(each.object) ? allianceName(each.object) : each.object_name) : alliances.has(each.subject) ? allianceName(each.subject) : each.subject_name));
      return h("li", { class: `camp ${tint(id)}` }, h("h3", {}, allianceName(id), h("span", { class: "count" }, w("n_members", { n: number(members.length) }))),
        rivals.length > 0 && h("p", { class: "rivals" }, w("rivals", { names: [...new Set(rivals)].join(", ") })),
        h("ul", { class: "chips" }, members.map(({ member, tie, how }) => h("li", {}, h("button", { type: "button", class: how, "aria-haspopup": "dialog",
          "aria-label": `${memberName(member)}, ${w(how)}, ${w("evidence")}`, click: () => openFact(tie.id) }, tie.role === "leader" ? `★ ${memberName(member)}` : memberName(member))))));
    }), cards.length > most && h("li", { class: "muted" }, w("and_more", { n: number(cards.length - most) })), !cards.length && h("li", { class: "muted" }, w("nobody_then")));
  }

  // ---- timeline -----------------------------------------------------------------------------------------------------
  const told = [...new Set([...tiesOf.keys(), ...eventsOf.keys()])].sort((one, other) =>
    (tiesOf.get(other)?.length || 0) + (eventsOf.get(other)?.length || 0) - (tiesOf.get(one)?.length || 0) - (eventsOf.get(one)?.length || 0) || compare(one, other));
  function drawTimeline() {
    state.allianceShown ??= told[0];
    const names = told.map((id) => [id, `${allianceName(id)} (${number(tiesOf.get(id)?.length || 0)})`]);
    show("timeline", h("h2", {}, w("timeline")), h("p", { class: "lead" }, w("timeline_lead")),
      told.length ? [h("div", { class: "controls" }, select(w("alliance"), names, state.allianceShown, (id) => { state.allianceShown = id; drawLanes(); }, { id: "timeline-alliance" })),
        h("div", { id: "lanes" })] : h("p", { class: "muted" }, w("nothing_yet")));
    if (told.length) drawLanes();
  }
  function drawLanes() {
    const id = state.allianceShown, held = [...(tiesOf.get(id) || [])].sort((one, other) => compare(one.pf, other.pf) || compare(memberName(one.member), memberName(other.member)));
    const happened = [...(eventsOf.get(id) || [])].sort((one, other) => compare(one.first || one.reported, other.first || other.reported));
    const place = document.getElementById("lanes"), width = Math.max(place.clientWidth, 280);
    const left = width < 620 ? 104 : 190, row = 30, top = 46;
    const lanes = [...by(held, "member")];
    const begin = [...held.flatMap((tie) => [tie.pf, tie.cf, tie.first]), ...happened.flatMap((event) => [event.first, event.reported])].filter((day) => known(day) && day <= today).sort()[0] || firstDay;
    const pad = Math.max((days(today) - days(begin)) * 0.03, 5), low = days(begin) - pad, high = days(today) + pad;
    const x = (day) => left + ((Math.min(Math.max(days(known(day) ? day : day < "1000" ? dayOf(Math.floor(low)) : today), low), high) - low) / (high - low)) * (width - left - 12);
    const height = top + lanes.length * row + 12;
    const ticks = [];
    const years = (high - low) / 365.25, apart = years > 12 ? 24 : years > 5 ? 12 : years > 2 ? 6 : years > 0.8 ? 3 : 1;
    for (let at = new Date(`${dayOf(Math.floor(low)).slice(0, 4)}-01-01T00:00:00Z`); days(at.toISOString().slice(0, 10)) < high; at.setUTCMonth(at.getUTCMonth() + apart)) {
      const day = at.toISOString().slice(0, 10);
      if (days(day) > low) ticks.push(day);
    }
    const few = ticks.filter((_, at) => at % Math.ceil(ticks.length / (width / 95)) === 0);
    const limit = width < 620 ? 9 : 17;
    const picture = s("svg", { class: "graph gantt", viewBox: `0 0 ${width} ${height}`, role: "group", "aria-label": w("timeline_of", { name: allianceName(id) }) },
      few.map((day) => s("g", { "aria-hidden": "true" }, s("line", { class: "grid", x1: x(day), x2: x(day), y1: 22, y2: height }), s("text", { class: "year", x: x(day) + 3, y: 16 }, apart >= 12 ? day.slice(0, 4) : day.slice(0, 7)))),
      lanes.map(([member, own], at) => {
        const y = top + at * row, name = memberName(member);
        return s("g", {}, s("text", { x: 8, y: y + 15, "aria-hidden": "true" }, name.length > limit ? `${name.slice(0, limit - 1)}…` : name, s("title", {}, name)),
          own.map((tie) => {
            const from = x(tie.pf), to = Math.max(x(tie.pu), from + 6), sure = tie.cf < tie.cu, firm = x(tie.cf);
            return s("g", { class: `lane ${tie.belongs ? "" : "talks"} ${tint(id)}`, role: "button", tabindex: "0", "aria-haspopup": "dialog",
              "aria-label": `${name}: ${term("status", tie.status)}, ${span(tie)}`, click: () => openFact(tie.id), keydown: activated(() => openFact(tie.id)) },
            s("rect", { class: "whole", x: from, y, width: to - from, height: 20, rx: 5 }),
            sure && s("rect", { class: "surely", x: firm, y, width: Math.max(x(tie.cu) - firm, 6), height: 20, rx: 5 }),
            s("title", {}, `${name} · ${term("status", tie.status)} · ${span(tie)}`));
          }));
      }),
      happened.slice(0, 200).map((event) => {
        const at = x(event.first || event.reported), about = `${event.date || w("reported_on", { day: event.reported })} · ${term("event_type", event.type)} · ${nameOf({ name: event.who, en: event.en }, "")}`;
        return s("path", { class: `mark ${event.modality === "done" ? "" : "not-done"}`, d: `M${at} 26l7 7-7 7-7-7z`, role: "button", tabindex: "0", "aria-haspopup": "dialog", "aria-label": about,
          click: () => openFact(event.id), keydown: activated(() => openFact(event.id)) }, s("title", {}, about));
      }));
    place.replaceChildren(h("div", { class: "canvas" }, picture),
      h("ul", { class: "legend" }, h("li", {}, "▰ ", w("legend_sure_bar")), h("li", {}, "▱ ", w("legend_possible_bar")), h("li", {}, "◆ ", w("legend_event")), h("li", {}, "◇ ", w("legend_not_done"))),
      happened.length ? h("ol", { class: "feed" }, happened.slice(0, 200).map((event) => h("li", {}, h("time", {}, event.date || w("reported_short", { day: event.reported })), badge(term("event_type", event.type), event.modality === "done" ? "" : "warn"),
        h("span", { class: "what" }, nameOf({ name: event.who, en: event.en }, ""), event.modality === "done" ? "" : ` (${term("modality", event.modality)})`), openerOf(event.id, term("event_type", event.type))))) : h("p", { class: "muted" }, w("no_events")));
  }

  // ---- tables -------------------------------------------------------------------------------------------------------
  const folded = (text) => String(text ?? "").normalize("NFKC").toLowerCase();
  const wordsOf = (held) => (held ? [held.name, held.ko, held.en, ...(held.aliases || [])] : []);
  for (const tie of ties) tie.text = folded([...wordsOf(alliances.get(tie.alliance)), ...wordsOf(parties.get(tie.member))].join(" "));
  for (const event of events) event.text = folded([event.who, event.ko, event.en, event.place, ...wordsOf(alliances.get(event.alliance))].join(" "));
  const filters = { members: { text: "", alliance: "", member: "", status: "", role: "", day: "", sure: "", sort: "alliance", down: false, shown: PAGE },
    events: { text: "", type: "", modality: "", from: "", sort: "when", down: true, shown: PAGE } };

  /** A table with filters above it. Only its rows are drawn anew as filters change, so that the focus stays. */
  function table(name, lead, controls, columns, chosen) {
    const filter = filters[name];
    const head = h("tr", {}), body = h("tbody", {}), count = h("p", { class: "muted", role: "status", id: `${name}-count` });
    const more = h("button", { type: "button", class: "more", click: () => { filter.shown += PAGE; draw(); } });
    const draw = () => {
      const column = columns.find((each) => each.key === filter.sort);
      const rows = chosen(filter).sort((one, other) => (filter.down ? -1 : 1) * compare(column.value(one), column.value(other)) || compare(one.id, other.id));
      head.replaceChildren(...columns.map((each) => h("th", { scope: "col", class: each.class, "aria-sort": each.key === filter.sort ? (filter.down ? "descending" : "ascending") : "none" },
        h("button", { type: "button", "data-sort": each.key, click: () => { filter.down = filter.sort === each.key && !filter.down; filter.sort = each.key; draw(); head.querySelector(`[data-sort="${each.key}"]`).focus(); } },
          w(each.key), each.key === filter.sort ? (filter.down ? " ↓" : " ↑") : ""))), h("th", { scope: "col" }, h("span", { class: "hidden" }, w("evidence"))));
      body.replaceChildren(...rows.slice(0, filter.shown).map((row) => h("tr", {}, columns.map((each) => h("td", { class: each.class, "data-label": w(each.key) }, each.cell(row))),
        h("td", { "data-label": w("evidence") }, openerOf(row.id, columns.slice(0, 2).map((each) => each.value(row)).join(" · "))))));
      count.textContent = w("n_rows", { n: number(rows.length), all: number((name === "members" ? ties : events).length) });
      more.hidden = rows.length <= filter.shown;
      more.textContent = w("show_more", { n: number(Math.min(PAGE, rows.length - filter.shown)) });
    };
    const set = (key) => (value) => { filter[key] = value; filter.shown = PAGE; draw(); };
    const field = (key, label, attributes) => h("label", { class: key === "text" ? "wide" : "" }, label, h("input", { id: `${name}-${key}`, value: filter[key], ...attributes, input: (event) => set(key)(event.target.value) }));
    const pick = (key, label, options) => select(label, [["", w("all")], ...options], filter[key], set(key), { id: `${name}-${key}` });
    const clear = h("button", { type: "button", class: "clear", click: () => {
      for (const key of Object.keys(filter)) if (typeof filter[key] === "string" && key !== "sort") filter[key] = "";
      (name === "members" ? drawMembers : drawEvents)();
      document.querySelector(`#${name} .clear`).focus();
    } }, w("clear"));
    show(name, h("h2", {}, w(name)), h("p", { class: "lead" }, w(lead)),
      h("div", { class: "controls", role: "search", "aria-label": w("filters_of", { what: w(name) }) }, controls(field, pick), clear), count,
      h("div", { class: "table" }, h("table", { class: "cards", "aria-label": w(name) }, h("thead", {}, head), body)), more);
    draw();
  }
  const options = (list, text) => [...new Set(list)].filter(Boolean).map((id) => [id, text(id)]).sort((one, other) => one[1].localeCompare(other[1], language));
  function drawMembers() {
    table("members", "members_lead", (field, pick) => [
      field("text", w("search"), { type: "search", placeholder: w("search_names"), autocomplete: "off" }),
      pick("alliance", w("alliance"), options(ties.map((tie) => tie.alliance), allianceName)),
      pick("member", w("member"), options(ties.map((tie) => tie.member), memberName)),
      pick("status", w("status"), options(ties.map((tie) => tie.status), (value) => term("status", value))),
      pick("role", w("role"), options(ties.map((tie) => tie.role), (value) => term("role", value))),
      field("day", w("as_of_day"), { type: "date", min: known(firstDay) ? firstDay : null }),
      pick("sure", w("certainty"), [["certain", w("only_certain")], ["possible", w("only_possible")]]),
    ], [
      { key: "alliance", value: (tie) => allianceName(tie.alliance), cell: (tie) => allianceName(tie.alliance) },
      { key: "member", value: (tie) => memberName(tie.member), cell: (tie) => h("b", {}, memberName(tie.member)) },
      { key: "role", value: (tie) => term("role", tie.role), cell: (tie) => term("role", tie.role) + (tie.founder ? ` · ${w("founder")}` : "") },
      { key: "status", value: (tie) => term("status", tie.status), cell: (tie) => h("span", {}, statusBadge(tie.status), tie.conflict ? [" ", badge(w("conflict"), "bad")] : "", tie.overridden ? [" ", badge(w("overridden"))] : "") },
      { key: "since", class: "day", value: (tie) => tie.since || "", cell: (tie) => tie.since || h("span", { class: "muted" }, w("undated")) },
      { key: "until", class: "day", value: (tie) => tie.until || (tie.current ? EVER : tie.last), cell: (tie) => tie.until || h("span", { class: "muted" }, w("last_said", { day: tie.last })) },
      { key: "sources", class: "number", value: (tie) => tie.sources, cell: (tie) => number(tie.sources) },
    ], (filter) => ties.filter((tie) => {
      const how = filter.day ? standing(tie, filter.day) : standing(tie, today) || "possible";
      return folded(filter.text).split(/\s+/).every((word) => tie.text.includes(word)) && (!filter.alliance || tie.alliance === filter.alliance) && (!filter.member || tie.member === filter.member)
        && (!filter.status || tie.status === filter.status) && (!filter.role || tie.role === filter.role) && (!filter.day || how) && (!filter.sure || how === filter.sure);
    }));
  }
  function drawEvents() {
    const when = (event) => event.date || event.reported;
    table("events", "events_lead", (field, pick) => [
      field("text", w("search"), { type: "search", placeholder: w("search_names"), autocomplete: "off" }),
      pick("type", w("type"), options(events.map((event) => event.type), (value) => term("event_type", value))),
      pick("modality", w("modality"), options(events.map((event) => event.modality), (value) => term("modality", value))),
      field("from", w("from_day"), { type: "date" }),
    ], [
      { key: "when", class: "day", value: when, cell: (event) => event.date || h("span", { class: "muted" }, w("reported_short", { day: event.reported })) },
      { key: "type", value: (event) => term("event_type", event.type), cell: (event) => term("event_type", event.type) },
      { key: "modality", value: (event) => term("modality", event.modality), cell: (event) => badge(term("modality", event.modality), event.modality === "done" ? "good" : event.modality === "denied" ? "bad" : "warn") },
      { key: "parties", value: (event) => event.who, cell: (event) => nameOf({ name: event.who, en: event.en }, "") },
      { key: "alliance", value: (event) => (event.alliance ? allianceName(event.alliance) : ""), cell: (event) => (event.alliance ? allianceName(event.alliance) : "") },
      { key: "sources", class: "number", value: (event) => event.sources, cell: (event) => number(event.sources) },
    ], (filter) => events.filter((event) => folded(filter.text).split(/\s+/).every((word) => event.text.includes(word)) && (!filter.type || event.type === filter.type)
      && (!filter.modality || event.modality === filter.modality) && (!filter.from || (event.last || event.reported) >= filter.from)));
  }

  // ---- changes ------------------------------------------------------------------------------------------------------
  function drawChanges() {
    const recorded = [...new Set(changes.map((change) => change.recorded))].sort().reverse();
    const choices = [...(data.since ? [["build", w("since_build", { build: data.since.build_id, day: data.since.data_as_of || "–" })]] : []),
      ...recorded.map((day) => [day, w("since_capture", { day })])];
    state.changesSince ??= choices[0]?.[0];
    show("changes", h("h2", {}, w("changes")), h("p", { class: "lead" }, w(data.since ? "changes_lead" : "changes_first")),
      changes.length ? [h("div", { class: "controls" }, select(w("changed"), choices, state.changesSince, (value) => { state.changesSince = value; state.changesShown = PAGE; drawFeed(); }, { id: "changes-since" })),
        h("p", { class: "muted", role: "status", id: "changes-count" }), h("ol", { class: "feed", id: "feed" })] : h("p", { class: "muted" }, w("nothing_yet")));
    if (changes.length) drawFeed();
  }
  function drawFeed() {
    const fresh = new Set(data.since?.new || []);
    const held = changes.filter((change) => (state.changesSince === "build" ? fresh.has(change.id) : change.recorded >= state.changesSince));
    const most = state.changesShown;
    document.getElementById("changes-count").textContent = held.length ? w("n_changes", { n: number(held.length) }) : w("no_changes");
    const name = (id, fallback) => (alliances.has(id) ? allianceName(id) : parties.has(id) ? memberName(id) : fallback);
    show("feed", held.slice(0, most).map((change) => {
      const alliance = name(change.alliance, change.alliance_name), member = change.member && name(change.member, change.member_name);
      const states = change.type === "status" || change.type === "withdrawn" ? ` (${term("status", change.before) || w("none")} → ${term("status", change.after) || w("none")})` : "";
      return h("li", {}, h("time", { datetime: change.known }, change.known), badge(term("change_type", change.type), CHANGE_KIND[change.type]),
        h("span", { class: "what" }, change.watched ? "★ " : "", member ? [h("b", {}, member), ` · ${alliance}`] : h("b", {}, alliance), h("span", { class: "muted" }, states)), openerOf(change.fact, member || alliance));
    }), held.length > most && h("li", {}, h("button", { type: "button", class: "more", click: () => {
      state.changesShown += PAGE;
      drawFeed();
      document.getElementById("feed").children[most]?.querySelector("button")?.focus();
    } }, w("show_more", { n: number(Math.min(PAGE, held.length - most)) }))));
  }

  // ---- quality ------------------------------------------------------------------------------------------------------
  function plain(label, heads, rows, attributes = {}) {
    return h("div", { class: "table" }, h("table", { "aria-label": label, ...attributes }, h("thead", {}, h("tr", {}, heads.map((head, at) => h("th", { scope: "col", class: at ? "number" : "" }, head)))),
      h("tbody", {}, rows.map((row) => h("tr", {}, row.map((cell, at) => h("td", { class: at ? "number" : "" }, typeof cell === "number" ? number(cell) : cell)))))));
  }
  function drawQuality() {
    const outlets = rowsOf(data.coverage), { rows, rejects, checks } = data.tables;
    const passed = checks.reduce((sum, [, good]) => sum + good, 0), all = checks.reduce((sum, [, , every]) => sum + every, 0);
    const failing = checks.filter(([, good, every]) => good < every);
    show("quality", h("h2", {}, w("quality")), h("p", { class: "lead" }, w("quality_lead")),
        h("div", {}, h("h3", {}, w("coverage")), outlets.length ? plain(w("coverage"), [w("outlet"), w("articles"), w("copies"), w("telling"), w("claims"), w("months")],
          outlets.slice(0, 60).map((each) => [each.publisher === "(unknown)" ? w("unknown_outlet") : each.publisher, each.articles, each.copies, h("span", {}, h("meter", { min: 0, max: each.articles, value: each.telling, "aria-label": w("telling") }), ` ${number(each.telling)}`), each.claims,
            each.first ? (each.first === each.last ? each.first : `${each.first} – ${each.last}`) : "–"])) : h("p", { class: "muted" }, w("nothing_yet")),
        outlets.length > 60 && h("p", { class: "muted" }, w("and_more", { n: number(outlets.length - 60) }))),
      h("div", { class: "columns" },
        h("div", {}, h("h3", {}, w("checks")), all ? h("p", {}, badge(passed === all ? w("all_passed") : w("some_failed", { n: number(all - passed) }), passed === all ? "good" : "bad"), ` ${w("n_checks", { passed: number(passed), all: number(all) })}`) : h("p", { class: "muted" }, w("no_checks")),
          failing.length > 0 && plain(w("checks"), [w("table"), w("passed"), w("all")], failing),
          h("h3", {}, w("rejects")), rejects.length ? plain(w("rejects"), [w("reason"), w("stage"), w("rows")], rejects.map(([stage, reason, count]) => [reason, stage, count]), { id: "rejects" }) : h("p", { class: "muted" }, w("no_rejects"))),
        h("div", {}, h("h3", {}, w("rows_of_tables")), plain(w("rows_of_tables"), [w("table"), w("rows")], rows, { id: "rows" }))));
  }

  // ---- all of it ----------------------------------------------------------------------------------------------------
  function drawAll() {
    document.documentElement.lang = language;
    document.documentElement.dataset.theme = theme;
    document.title = `Entente · ${w("title")}`;
    for (const element of document.querySelectorAll("[data-word]")) element.textContent = w(element.dataset.word);
    const nav = document.getElementById("nav");
    nav.setAttribute("aria-label", w(nav.dataset.label));
    nav.replaceChildren(...["network", "timeline", "members", "events", "changes", "quality"].map((id) => h("a", { href: `#${id}` }, w(id))));
    const other = language === "ko" ? "en" : "ko", toggle = document.getElementById("language"), shade = document.getElementById("theme");
    toggle.textContent = other === "ko" ? "한국어" : "English";
    toggle.lang = other;
    shade.textContent = theme === "dark" ? "☀" : "☾";
    shade.setAttribute("aria-label", w(theme === "dark" ? "to_light" : "to_dark"));
    drawOverview(); drawNetwork(); drawTimeline(); drawMembers(); drawEvents(); drawChanges(); drawQuality();
    show("footer", h("p", {}, w("footer", { build: data.edition.build_id, version: data.edition.version, contents: data.edition.contents })));
  }
  document.getElementById("language").addEventListener("click", () => {
    language = language === "ko" ? "en" : "ko";
    remember("entente-language", language);
    drawAll();
    say(w("language_is"));
  });
  document.getElementById("theme").addEventListener("click", () => {
    theme = theme === "dark" ? "light" : "dark";
    remember("entente-theme", theme);
    drawAll();
  });
  const sheet = document.getElementById("evidence");
  sheet.addEventListener("click", (event) => { if (event.target === sheet) sheet.close(); });
  let drawnAt = window.innerWidth;
  window.addEventListener("resize", () => {
    if (window.innerWidth === drawnAt || !ties.length) return;
    drawnAt = window.innerWidth;
    drawGraph(); moveTo(state.day); drawLanes();
  });
  drawAll();
})();
