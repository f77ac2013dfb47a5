// A chart drawn by hand as inline SVG, narrow enough to be read on a phone: its text is text, and it says what it shows.

import type { PlannedChart } from "../../model/planned-chart.js";
import { SERIES_COLOURS } from "../chart/chart-colours.js";
import { chartDescription, figureText } from "../chart/chart-description.js";
import { tag, text } from "./html.js";
import { ticksUpTo } from "./ticks.js";

const WIDTH = 440;
const PLOT = { left: 52, right: 432, top: 18, height: 190 } as const;
const LINE = 14;
const BAR = 14;
/** More names than this do not stand side by side. */
const MOST_BESIDE = 7;
/** Room of a figure's letter; where one is wider than its column and the gap beside it, none is written. */
const FIGURE_LETTER = 5.6;
const GAP = 4;

/** The chart with its title; `number` makes its ids. */
export function chartFigure(chart: PlannedChart, number: number): string {
  const isAcross = chart.kind === "bars" || (chart.kind === "columns" && chart.categories.values.length > MOST_BESIDE);
  const drawn = isAcross ? barsDrawn(chart) : uprightDrawn(chart);
  const [title, description] = [`bieu-do-${number}`, `bieu-do-${number}-so`];
  const legend = chart.series.length > 1 ? legendDrawn(chart, drawn.height) : { parts: [], height: drawn.height };
  const svg = tag(
    "svg",
    { viewBox: `0 0 ${WIDTH} ${legend.height}`, role: "img", "aria-labelledby": `${title} ${description}` },
    tag("title", { id: title }, text(chart.title)),
    tag("desc", { id: description }, text(chartDescription(chart))),
    ...drawn.parts,
    ...legend.parts,
  );
  return tag("figure", {}, tag("figcaption", {}, text(chart.title)), svg);
}

interface Drawn {
  readonly parts: readonly string[];
  readonly height: number;
}

function colour(index: number): string {
  return `#${SERIES_COLOURS[index % SERIES_COLOURS.length] ?? "000000"}`;
}

function label(x: number, y: number, content: string, anchor: "start" | "middle" | "end" = "middle"): string {
  return tag("text", { x: round(x), y: round(y), "text-anchor": anchor }, text(content));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function known(chart: PlannedChart): readonly number[] {
  return chart.series.flatMap(({ points }) => points.values.filter((value) => value !== undefined));
}

/** Each name above its bars, each bar with its figure. */
function barsDrawn(chart: PlannedChart): Drawn {
  const { categories, series, scale } = chart;
  const most = Math.max(...known(chart).map(Math.abs)) || 1;
  const room = WIDTH - 75;
  const parts: string[] = [];
  let y = LINE;
  categories.values.forEach((category, place) => {
    parts.push(label(0, y, category, "start"));
    y += 4;
    series.forEach(({ points }, index) => {
      const value = points.values[place];
      const length = value === undefined ? 0 : (Math.abs(value) / most) * room;
      if (value !== undefined) {
        parts.push(tag("rect", { x: 0, y, width: round(length), height: BAR - 3, fill: colour(index) }));
      }
      parts.push(label(length + 5, y + BAR - 5, figureText(value, scale), "start"));
      y += BAR;
    });
    y += LINE + 4;
  });
  return { parts, height: y - LINE + 4 };
}

/** Columns or lines over names in a row, with an axis at the left. */
function uprightDrawn(chart: PlannedChart): Drawn {
  const { categories, scale } = chart;
  const values = known(chart);
  const ticks = ticksUpTo(Math.min(0, ...values), Math.max(...values));
  const [low, high] = [Math.min(...ticks), Math.max(...ticks)];
  const at = (value: number): number => PLOT.top + PLOT.height * (1 - (value - low) / (high - low));
  const slot = (PLOT.right - PLOT.left) / categories.values.length;
  const middle = (place: number): number => PLOT.left + slot * (place + 0.5);
  const grid = ticks.flatMap((tick) => [
    tag("line", { x1: PLOT.left, x2: PLOT.right, y1: round(at(tick)), y2: round(at(tick)), stroke: "#d9d9d9" }),
    label(PLOT.left - 6, at(tick) + 4, figureText(tick, scale), "end"),
  ]);
  const names = categories.values.map((category) => wrapped(category, slot));
  const under = PLOT.top + PLOT.height + LINE + 2;
  const labels = names.flatMap((lines, place) =>
    lines.map((line, row) => label(middle(place), under + row * LINE, line)),
  );
  const plot: Plot = { at, middle, slot };
  const drawn = chart.kind === "lines" ? linesDrawn(chart, plot) : columnsDrawn(chart, plot);
  const height = under + Math.max(...names.map((lines) => lines.length)) * LINE;
  return { parts: [...grid, ...drawn, ...labels], height };
}

interface Plot {
  at(value: number): number;
  middle(place: number): number;
  readonly slot: number;
}

function columnsDrawn({ series, scale }: PlannedChart, { at, middle, slot }: Plot): readonly string[] {
  const wide = (slot * 0.72) / series.length;
  const longest = Math.max(
    ...series.flatMap(({ points }) => points.values.map((value) => figureText(value, scale).length)),
  );
  const areTold = longest * FIGURE_LETTER <= wide + GAP;
  return series.flatMap(({ points }, index) =>
    points.values.flatMap((value, place) => {
      if (value === undefined) return [];
      const x = middle(place) + (index - series.length / 2) * wide;
      const [top, foot] = [at(Math.max(0, value)), at(Math.min(0, value))];
      const box = {
        x: round(x),
        y: round(top),
        width: round(wide - 1),
        height: round(foot - top),
        fill: colour(index),
      };
      return [tag("rect", box), ...(areTold ? [label(x + wide / 2, top - 3, figureText(value, scale))] : [])];
    }),
  );
}

/** A gap where a figure is not there. */
function linesDrawn({ series, scale }: PlannedChart, { at, middle }: Plot): readonly string[] {
  return series.flatMap(({ name, points }, index) => {
    const pieces = points.values.map((value, place) =>
      value === undefined
        ? ""
        : `${points.values[place - 1] === undefined ? "M" : "L"}${round(middle(place))} ${round(at(value))}`,
    );
    const line = tag("path", { d: pieces.join(""), fill: "none", stroke: colour(index), "stroke-width": 2.5 });
    const dots = points.values.flatMap((value, place) => {
      if (value === undefined) return [];
      const told = tag("title", {}, text(`${name}: ${figureText(value, scale)}`));
      const dot = tag("circle", { cx: round(middle(place)), cy: round(at(value)), r: 3.5, fill: colour(index) }, told);
      return series.length > 1 ? [dot] : [dot, label(middle(place), at(value) - 8, figureText(value, scale))];
    });
    return [line, ...dots];
  });
}

function legendDrawn({ series }: PlannedChart, from: number): Drawn {
  let [x, y] = [0, from + LINE];
  const parts = series.flatMap(({ name }, index) => {
    const room = 24 + name.length * 6.2;
    if (x > 0 && x + room > WIDTH) [x, y] = [0, y + LINE + 4];
    const drawn = [
      tag("rect", { x, y: y - 9, width: 10, height: 10, fill: colour(index) }),
      label(x + 15, y, name, "start"),
    ];
    x += room;
    return drawn;
  });
  return { parts, height: y + 8 };
}

/** A name in lines of so much room, three at most. */
function wrapped(name: string, room: number): readonly string[] {
  const letters = Math.max(6, Math.floor(room / 5.8));
  const lines: string[] = [];
  for (const word of name.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.length <= 3 ? lines : [...lines.slice(0, 2), `${lines[2] ?? ""}…`];
}
