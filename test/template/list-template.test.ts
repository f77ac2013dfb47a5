// Blank lists, made, filled in and read: every choice of every list comes back as it was chosen, without a finding.

import { describe, expect, it } from "vitest";
import { chance } from "../../fixtures/kit/random.js";
import { createTemplateLayout } from "../../src/lay-out/template/lay-out-template.js";
import { type Field, fieldsOf, isList } from "../../src/model/form.js";
import { treeAt } from "../../src/model/org-tree.js";
import { at } from "../../src/model/outcome.js";
import type { PlannedSheet, WorkbookPlan } from "../../src/model/workbook-plan.js";
import { fingerprint } from "../../src/pipeline/fingerprint.js";
import { createTakeIn } from "../../src/pipeline/take-in.js";
import { writeWorkbook } from "../../src/write/write-workbook.js";
import { shippedCatalogue } from "../kit/catalogue.js";
import { filledTemplate, listedFields } from "../kit/filled-template.js";
import { inventedCommune } from "../kit/invented-commune.js";

const catalogue = shippedCatalogue();
const takeIn = createTakeIn(catalogue);
const PERIOD = { kind: "year", year: 2025 } as const;
const tree = treeAt(catalogue.register, "2025-12-31");
const unit = at(
  [...tree.units()].filter(({ level }) => level === "commune"),
  7,
);
/** A list of persons is held against the branches, and goes nowhere: it has a test of its own. */
const LISTS = [...catalogue.forms.values()].filter((form) => isList(form) && form.isPrivate !== true);
const REQUEST = {
  unit,
  period: PERIOD,
  asOf: "2025-12-31",
  rows: [],
  funds: [],
  rowCount: 6,
  created: "2025-12-01T00:00:00Z",
  toolVersion: "0",
} as const;
const layOut = createTemplateLayout(catalogue, fingerprint);
const blank = layOut({ ...REQUEST, lists: LISTS.map(({ id }) => id) });

type Typed = ReadonlyMap<string, string | number>;

/** A likely entry: the `turn`-th of each list's choices, points within the most there are. */
function entry(fields: readonly Field[], turn: number): Typed {
  const typed = new Map<string, string | number>();
  const luck = chance(turn + 1);
  for (const { code, role, values, holds } of fields) {
    if (role === "identity") continue;
    if (values.size > 0) typed.set(code, at([...values.keys()], turn % values.size));
    else if (holds === "day") typed.set(code, `15/0${1 + (turn % 9)}/2024`);
    else if (holds === "year") typed.set(code, 2020 + (turn % 9));
    else if (holds === "points") typed.set(code, code === "max" ? 10 : luck.between(0, 20) / 2);
    else if (holds === "count" || role === "indicator") typed.set(code, luck.between(1, 40));
    else typed.set(code, `${code} của mục ${turn + 1}, ký ngày 15 tháng 3 năm 2024`);
  }
  return typed;
}

function filledList(sheet: PlannedSheet, plan: WorkbookPlan, entries: readonly Typed[]): PlannedSheet {
  const fields = listedFields(plan).filter((field) => field.sheet === sheet.name);
  const first = at(fields, 0).from;
  const codeAt = new Map(fields.map(({ column, field }) => [column, field]));
  return {
    ...sheet,
    rows: sheet.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => {
        const typed = entries[row.row - first]?.get(codeAt.get(cell.column) ?? "");
        return typed === undefined ? cell : { ...cell, value: typed };
      }),
    })),
  };
}

async function readBack(plan: WorkbookPlan) {
  return takeIn({ path: "bieu.xlsx", modified: "", bytes: await writeWorkbook(plan) }, 0);
}

const report = inventedCommune(unit, tree, chance(15));
const filled = filledTemplate(blank, report);

describe.each(LISTS.map((form) => [form.id, form] as const))("%s", (id, form) => {
  it("comes back entry by entry, without a finding", async () => {
    const fields = fieldsOf(form, "record");
    const entries = Array.from({ length: 12 }, (_, turn) => entry(fields, turn));
    const sheets = filled.sheets.map((sheet) =>
      sheet.name === form.sheet ? filledList(sheet, filled, entries) : sheet,
    );
    const { drafts, contributions } = await readBack({ ...filled, sheets });
    expect(drafts.map(({ code, place }) => [code, place])).toEqual([]);
    const read = contributions.flatMap(({ records = [] }) => records).filter((record) => record.form === id);
    expect(read).toHaveLength(entries.length);
    for (const [index, record] of read.entries()) {
      const typed = at(entries, index);
      expect(record.unit).toBe(unit.key);
      for (const [code, value] of typed) {
        const quantity = record.numbers.get(code)?.quantity;
        if (quantity !== undefined) expect(quantity).toEqual({ kind: "known", value });
        else if (!String(value).includes("/")) expect(record.texts.get(code)).toBe(String(value));
      }
    }
  });
});

describe("blank lists", () => {
  it("of points begin with the criteria of the score sheet, and only those that got points come back", async () => {
    const [sheet] = catalogue.scoresheets?.values() ?? [];
    const criteria = sheet?.groups.flatMap(({ criteria: own }) => own) ?? [];
    expect(criteria.length).toBeGreaterThan(15);
    const points = criteria.map(({ max }, index): Typed => {
      if (index % 2 !== 0) return new Map();
      return new Map<string, string | number>([
        ["self", max],
        ["evidence", "có"],
      ]);
    });
    const sheets = filled.sheets.map((one) => (one.name === "06 Thi đua" ? filledList(one, filled, points) : one));
    const { drafts, contributions } = await readBack({ ...filled, sheets });
    expect(drafts.map(({ code }) => code)).toEqual([]);
    const read = contributions.flatMap(({ records = [] }) => records);
    expect(read.map(({ name }) => name)).toEqual(
      criteria.flatMap(({ code }, index) => (index % 2 === 0 ? [code] : [])),
    );
  });

  it("say nothing where they are left blank", async () => {
    const { drafts, contributions } = await readBack(filled);
    expect(drafts.map(({ code }) => code)).toEqual([]);
    expect(contributions.flatMap(({ records = [] }) => records)).toEqual([]);
  });

  it("stand in a workbook only where they are asked for", () => {
    const names = layOut(REQUEST).sheets.map(({ name }) => name);
    expect(LISTS.filter(({ sheet }) => names.includes(sheet))).toEqual([]);
    const asked = layOut({ ...REQUEST, lists: ["BM05"] }).sheets.map(({ name }) => name);
    expect(LISTS.filter(({ sheet }) => asked.includes(sheet)).map(({ id }) => id)).toEqual(["BM05"]);
  });
});
