// Tables on a page: headings that a reader's aid can name, columns that scroll on a phone, bars behind shares.

import type { DocumentCell, DocumentRow, DocumentTable } from "../../model/document-plan.js";
import { APPEARANCES } from "../looks.js";
import { shownText } from "../shown-text.js";
import { tableScale } from "../table-fit.js";
import { tag, text } from "./html.js";

/** Points between the margins of a page. */
const PAPER = { portrait: 467, landscape: 714 } as const;

/** The table, which scrolls by itself where it is wider than the screen. */
export function tableHtml(table: DocumentTable, isLandscape: boolean): string {
  const { caption, head, body, widths } = table;
  const scale = tableScale(widths, PAPER[isLandscape ? "landscape" : "portrait"]);
  const whole = tag(
    "table",
    { style: `--scale:${scale.toFixed(2)}` },
    tag("caption", {}, text(caption)),
    tag("thead", {}, ...head.map(headRow)),
    tag("tbody", {}, ...body.map((row) => bodyRow(row, table))),
  );
  return tag("div", { class: "scroll", role: "region", "aria-label": caption, tabindex: 0 }, whole);
}

function headRow(row: DocumentRow): string {
  const isCodes = row.every(({ look }) => look === "codes");
  const cells = row.map((cell) => {
    const content = text(shownText(cell.value, cell.look));
    if (isCodes) return tag("td", spans(cell), content);
    return tag("th", { scope: cell.across > 1 ? "colgroup" : "col", ...spans(cell) }, content);
  });
  return tag("tr", isCodes ? { class: "codes" } : {}, ...cells);
}

function bodyRow(row: DocumentRow, table: DocumentTable): string {
  const [first] = row;
  if (row.length === 1 && first !== undefined && first.across > 1) {
    const content = tag("th", { scope: "rowgroup", ...spans(first) }, text(shownText(first.value, first.look)));
    return tag("tr", { class: first.look }, content);
  }
  const named = row.findIndex(
    ({ value, look }) => typeof value === "string" && (look === "text" || look === "total-label"),
  );
  const isTotal = row.some(({ look }) => look.startsWith("total-"));
  const cells = row.map((cell, index) => {
    const content = text(shownText(cell.value, cell.look));
    return index === named ? tag("th", { scope: "row" }, content) : tag("td", cellAttributes(cell, table), content);
  });
  return tag("tr", isTotal ? { class: "total" } : {}, ...cells);
}

function cellAttributes(cell: DocumentCell, { bars }: DocumentTable): Readonly<Record<string, string | undefined>> {
  const { across } = APPEARANCES[cell.look];
  const isBarred = bars.includes(cell.column) && cell.look === "ratio" && typeof cell.value === "number";
  const kind = across === "right" ? "number" : across === "center" ? "centred" : undefined;
  if (!isBarred || typeof cell.value !== "number") return { class: kind };
  const share = Math.min(100, Math.max(1, cell.value * 100)).toFixed(1);
  return { class: "number bar", style: `--share:${share}%` };
}

function spans({ across, down }: DocumentCell): Readonly<Record<string, number | undefined>> {
  return { colspan: across > 1 ? across : undefined, rowspan: down > 1 ? down : undefined };
}
