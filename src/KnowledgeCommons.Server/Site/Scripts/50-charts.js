// Draws figures from their own tables with the theme's chart library. Without either, the tables stand there, open.
// A heading's data-x is the axis (time, number or log); data-draw says how its column is drawn; a cell's data-value is its number. A row's
// data-mark puts an upright line with these words at its place, and data-shade greys the time up to the next row.
document.addEventListener("DOMContentLoaded", () => {
  if (typeof uPlot === "undefined") return;
  const dashes = { dashed: "dashed", limit: "dashed", "far-limit": "dotted" };
  const figures = [...document.querySelectorAll("figure[data-chart]")].map(prepare).filter(Boolean);
  const draw = () => figures.forEach(figure => figure());
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
  draw();

  function prepare(figure) {
    const tables = [...figure.querySelectorAll("table[data-rows]")].map(read).filter(table => table.x.length > 0);
    if (tables.length === 0) return null;
    const area = document.createElement("div");
    area.className = "chart-area";
    figure.querySelector("details").before(area);
    figure.querySelectorAll("details").forEach(details => { details.open = false; });
    let chart = null;
    const size = () => ({ width: Math.max(220, area.clientWidth - 18), height: innerWidth < 500 ? 240 : 290 });
    new ResizeObserver(() => chart?.setSize(size())).observe(area);
    return () => {
      chart?.destroy();
      chart = new uPlot({ ...options(figure, tables, colours(figure)), ...size() }, uPlot.join(tables.map(table => [table.x, ...table.columns.map(column => column.values)])), area);
      chart.root.setAttribute("role", "img");
      chart.root.setAttribute("aria-label", figure.querySelector("figcaption").textContent.replace(/\s+/g, " ").trim());
    };
  }

  function read(table) {
    const heads = [...table.tHead.rows[0].cells];
    const rows = [...table.tBodies[0].rows].filter(row => row.cells[at(heads)].dataset.value);
    return {
      kind: heads[at(heads)].dataset.x,
      // Rows at the same place are set apart by next to nothing, because a place is drawn once.
      x: rows.map((row, index) => number(row.cells[at(heads)]) * (1 + index * 1e-9)),
      rows,
      columns: heads.map((head, index) => ({ head, index })).filter(column => column.head.dataset.draw).map(column => ({
        label: column.head.dataset.label ?? column.head.textContent.trim(), draw: column.head.dataset.draw, unit: column.head.dataset.unit ?? "",
        values: rows.map(row => number(row.cells[column.index]))
      }))
    };
  }

  function at(heads) { return heads.findIndex(head => head.dataset.x); }

  function number(cell) { return cell.dataset.value ? Number(cell.dataset.value) : null; }

  function colours(figure) {
    const style = getComputedStyle(figure);
    const of = name => style.getPropertyValue(`--${name}`).trim();
    return { ink: of("ink"), muted: of("muted"), line: of("line"), accent: of("accent"), soft: of("accent-soft"), bad: of("bad"), warn: of("warn"), sunken: of("sunken"), surface: of("surface") };
  }

  // Told apart by shape as well as by colour.
  function look(draw, colour) {
    switch (draw) {
      case "line": return { stroke: colour.accent, width: 2.5, points: { show: true, size: 6, fill: colour.accent } };
      case "dashed": return { stroke: colour.muted, width: 1.75, dash: [7, 5], points: { show: false } };
      case "limit": return { stroke: colour.warn, width: 1.5, dash: [6, 4], points: { show: false } };
      case "far-limit": return { stroke: colour.bad, width: 1.5, dash: [2, 4], points: { show: false } };
      case "points": return { stroke: colour.muted, paths: () => null, points: { show: true, size: 8, width: 2, fill: colour.surface } };
      case "here": return { stroke: colour.bad, paths: () => null, points: { show: true, size: 15, width: 3, fill: colour.bad } };
      default: return { stroke: colour.muted, width: 0.75, points: { show: false } };
    }
  }

  function options(figure, tables, colour) {
    const columns = tables.flatMap(table => table.columns);
    const kind = tables[0].kind;
    const unit = columns[0].unit;
    const shown = value => value == null ? "–" : `${Math.round(value * 10) / 10}${unit}`;
    const series = columns.map(column => ({ label: column.label, spanGaps: true, value: (_, value) => shown(value), ...look(column.draw, colour) }));
    const place = draw => columns.findIndex(column => column.draw === draw) + 1;
    const axis = { stroke: colour.muted, grid: { stroke: colour.line, width: 1 }, ticks: { stroke: colour.line, width: 1 }, font: "12px " + getComputedStyle(figure).fontFamily };
    const highest = columns.filter(column => column.draw !== "far-limit" && column.draw !== "limit").flatMap(column => column.values).reduce((most, value) => Math.max(most, value ?? 0), 0);
    return {
      tzDate: seconds => uPlot.tzDate(new Date(seconds * 1e3), "Etc/UTC"),
      scales: { x: kind === "log" ? { time: false, distr: 3, range: (_, low, high) => [low / 1.15, high * 1.15] } : { time: kind === "time" }, y: { range: [0, highest > 0 ? highest * 1.15 : 1] } },
      axes: [
        { ...axis, space: 70, ...(kind === "log" ? { splits: (_, place, low, high) => even(low, high), filter: (_, splits) => splits } : {}), values: (_, values) => values.map(value => value == null ? "" : placed(value, kind)) },
        { ...axis, size: 56, values: (_, values) => values.map(shown) }
      ],
      series: [{ label: figure.dataset.x ?? "", value: (_, value) => value == null ? "–" : placed(value, kind) }, ...series],
      bands: place("low") > 0 && place("high") > 0 ? [{ series: [place("high"), place("low")], fill: colour.soft }] : [],
      legend: { show: true, live: true, markers: { dash: (_, place) => dashes[columns[place - 1]?.draw] ?? "solid" } },
      cursor: { drag: { x: false, y: false }, points: { size: 9 } },
      hooks: { drawClear: [chart => shade(chart, tables, colour)], draw: [chart => mark(chart, tables, colour)] }
    };
  }

  // 1, 2, 5, 10, 20, 50 …
  function even(low, high) {
    const splits = [];
    for (let ten = 1; ten <= high; ten *= 10) splits.push(...[ten, 2 * ten, 5 * ten].filter(value => value >= low && value <= high));
    return splits;
  }

  function placed(value, kind) {
    return kind === "time" ? new Date(value * 1e3).toLocaleDateString("en-GB", { day: "numeric", month: "short", timeZone: "UTC" }) : String(Math.round(value));
  }

  function shade(chart, tables, colour) {
    const { ctx, bbox } = chart;
    ctx.save();
    ctx.fillStyle = colour.sunken;
    for (const table of tables) {
      table.rows.forEach((row, index) => {
        if (!("shade" in row.dataset)) return;
        const from = chart.valToPos(table.x[index], "x", true);
        const to = chart.valToPos(table.x[index + 1] ?? table.x[index] + 604800, "x", true);
        ctx.fillRect(from, bbox.top, Math.min(to, bbox.left + bbox.width) - from, bbox.height);
      });
    }
    ctx.restore();
  }

  function mark(chart, tables, colour) {
    const { ctx, bbox } = chart;
    const ratio = devicePixelRatio;
    ctx.save();
    ctx.strokeStyle = ctx.fillStyle = colour.ink;
    ctx.lineWidth = ratio;
    ctx.font = `${11 * ratio}px ${getComputedStyle(chart.root).fontFamily}`;
    let taken = [0, 0];
    for (const table of tables) {
      table.rows.forEach((row, index) => {
        if (!row.dataset.mark) return;
        const x = Math.round(chart.valToPos(table.x[index], "x", true)) + 0.5;
        ctx.beginPath();
        ctx.moveTo(x, bbox.top);
        ctx.lineTo(x, bbox.top + bbox.height);
        ctx.stroke();
        const width = ctx.measureText(row.dataset.mark).width;
        const left = x + width + 6 * ratio > bbox.left + bbox.width ? x - width - 4 * ratio : x + 4 * ratio;
        const line = taken[0] > left ? 1 : 0;
        if (taken[line] > left) return;
        ctx.fillText(row.dataset.mark, left, bbox.top + (12 + 13 * line) * ratio);
        taken[line] = left + width;
      });
    }
    ctx.restore();
  }
});
