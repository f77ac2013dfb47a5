// Settled cells → findings V-K03, one for a block and not one for a cell: its first cell, what stood there and what is read.

import { addressText } from "../../model/cell-address.js";
import { type FindingDraft, values } from "../../model/finding.js";
import { at } from "../../model/outcome.js";
import type { Encoding } from "./decode-letters.js";
import type { DecodedName } from "./decode-sheet-names.js";
import type { Settled } from "./text-cell.js";

/** Encodings as the reader of a finding knows them. */
const NAMES: Readonly<Record<Encoding, string>> = {
  TCVN3: "TCVN3 (ABC)",
  VNI: "VNI",
  "UTF-8": "UTF-8 bị đọc sai",
};
/** A sentence shows this much of a long text. */
const SHOWN_LENGTH = 60;

/**
 * The findings of a sheet: notes for blocks that were decoded (the sheet, or a column that decided for itself), errors for
 * columns that may be read in two ways or whose font is not known.
 */
export function sheetFindings(settled: readonly Settled[], file: string, sheet: string): readonly FindingDraft[] {
  const groups = new Map<string, Settled[]>();
  for (const one of settled) {
    const group = groups.get(groupOf(one));
    if (group === undefined) groups.set(groupOf(one), [one]);
    else group.push(one);
  }
  return [...groups.values()].map((group) => blockFinding(group, file, sheet));
}

/** The note that the name of a sheet was decoded. */
export function sheetNameFinding(sheet: DecodedName & { readonly encoding: Encoding }, file: string): FindingDraft {
  const { found, name, encoding } = sheet;
  return {
    code: "V-K03",
    variant: "sheet-name",
    place: { file, sheet: name },
    values: values({ "TCVN3/VNI": NAMES[encoding], gốc: clip(found), mới: clip(name) }),
    found,
    expected: name,
  };
}

function groupOf(one: Settled): string {
  if (one.kind === "unknown-font") return `${one.kind} ${one.cell.column}`;
  const block = one.by === "sheet" ? "" : String(one.cell.column);
  return `${one.kind} ${one.encoding} ${block}`;
}

function blockFinding(group: readonly Settled[], file: string, sheet: string): FindingDraft {
  const first = group.reduce((a, b) => (b.cell.index < a.cell.index ? b : a), at(group, 0));
  const { cell } = first;
  const others = group.length - 1;
  const where = others === 0 ? addressText(cell) : `${addressText(cell)} và ${others} ô khác`;
  const common = {
    code: "V-K03",
    place: { file, sheet, cell: { row: cell.row, column: cell.column } },
    found: cell.text,
  };
  if (first.kind === "unknown-font") {
    return { ...common, variant: "unknown-font", values: values({ ô: where, gốc: clip(cell.text) }) };
  }
  const said = values({ ô: where, "TCVN3/VNI": NAMES[first.encoding], gốc: clip(cell.text), mới: clip(first.text) });
  const draft = { ...common, values: said, expected: first.text };
  return first.kind === "unsure" ? { ...draft, variant: "unsure" } : draft;
}

function clip(text: string): string {
  return text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH - 1)}…` : text;
}
