// Two columns without lines: issuer and national heading with their rules, «Nơi nhận» and signature.
// Source: Nghị định 30/2020/NĐ-CP, phụ lục I: a rule of a third to a half of the line's length below the issuer.

import type { LookedText, Sides } from "../../model/document-plan.js";
import { gridXml, sharedOut } from "./table-xml.js";
import { paragraph, run, saying, word } from "./word-xml.js";

/** The rule below the issuer, as a share of its column. */
const ISSUER_RULE = 0.35;

type Cell = readonly string[];

/** The block over the whole `width`, twentieths of a point. */
export function sidesXml({ rows, leftShare, isStacked, ruled }: Sides, width: number): string {
  const columns = sharedOut(width, [leftShare, 1 - leftShare]);
  const cells: readonly (readonly [Cell, Cell])[] = isStacked
    ? [[written(rows.map(([left]) => left)), signing(rows.map(([, right]) => right))]]
    : rows.map(([left, right], index) => [
        index === ruled ? [...told(left), ruleXml(columns[0] ?? width, ISSUER_RULE)] : told(left),
        told(right),
      ]);
  const lines = cells.map((pair) => {
    const sides = pair.map((content, side) =>
      word("tc", {}, [word("tcPr", {}, [word("tcW", { w: columns[side], type: "dxa" })]), ...content]),
    );
    return word("tr", {}, [word("trPr", {}, [word("cantSplit")]), ...sides]);
  });
  const properties = [
    word("tblW", { w: width, type: "dxa" }),
    word("tblLayout", { type: "fixed" }),
    word("tblCellMar", {}, [word("left", { w: 0, type: "dxa" }), word("right", { w: 0, type: "dxa" })]),
  ];
  return word("tbl", {}, [word("tblPr", {}, properties), gridXml(columns), ...lines]);
}

/** A short line below the text before it: `share` of the width. */
export function ruleXml(width: number, share: number): string {
  const beside = Math.round((width * (1 - share)) / 2);
  const line = word("pBdr", {}, [word("top", { val: "single", sz: 6, space: 1, color: "000000" })]);
  const height = word("spacing", { line: 60, lineRule: "exact" });
  return paragraph("Normal", [], [line, height, word("ind", { left: beside, right: beside })]);
}

function told({ text, look }: LookedText): Cell {
  return [paragraph(look, text === "" ? [] : [run(text)])];
}

function written(sides: readonly LookedText[]): Cell {
  return sides.filter(({ text }) => text !== "").flatMap(told);
}

/** Who signs, kept on one page with the room for signature and name. */
function signing(sides: readonly LookedText[]): Cell {
  const last = sides.findLastIndex(({ text }) => text !== "");
  return sides
    .slice(0, last + 1)
    .map(({ text, look }) => paragraph(look, text === "" ? [] : [run(text)], [saying("keepNext", 1)]));
}
