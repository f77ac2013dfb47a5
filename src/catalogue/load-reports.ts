// reports/*.yaml → reports, resolved: every indicator and placeholder they name exists.

import { fieldsOf } from "../model/form.js";
import { parsePeriod } from "../model/period.js";
import type { LetterBlock, Report, ReportColumn, ReportPage, ReportRows, TablePage } from "../model/report.js";
import { figuresIn, listsIn, parseReportText } from "../model/report-text.js";
import type { ScoreGroup } from "../model/scoresheet.js";
import { checkLists, checkScores, type Ground } from "./check-report-lists.js";
import type { DeclarationFile } from "./declaration-file.js";
import { allowedIds, entriesById } from "./declared-entries.js";
import { type Declared, parseYaml, refuseEntry } from "./parse-yaml.js";
import { chartsOf, checkCharts } from "./report-charts.js";
import {
  type BlockEntry,
  type ColumnEntry,
  type PageEntry,
  REPORT_LIST,
  type ReportEntry,
  type TableEntry,
} from "./report-schema.js";

type ReportGround = Omit<Ground, "path">;

/**
 * Loads reports in declared order; an own entry replaces the shipped one with its id.
 *
 * @throws UsageError `declaration` for an unknown indicator, a placeholder that means nothing, a column without its
 *   indicator, two pages of one name
 */
export function loadReports(
  shipped: readonly DeclarationFile[],
  own: readonly DeclarationFile[],
  declared: ReportGround,
): ReadonlyMap<string, Report> {
  const parsed = (file: DeclarationFile) => parseYaml(file, REPORT_LIST);
  const entries = entriesById(shipped.flatMap(parsed), own.flatMap(parsed), ({ id }) => id);
  return new Map(
    [...entries].map(([id, entry]) => {
      check(entry, declared);
      return [id, reportOf(entry, declared)] as const;
    }),
  );
}

function reportOf(entry: Declared<ReportEntry>, { scoresheets }: ReportGround): Report {
  const { defaultPeriod, minimumCoverage, pages, ...rest } = entry.value;
  const groups = scoresheets.get(rest.scoresheet ?? "")?.groups ?? [];
  const period = defaultPeriod === undefined ? undefined : parsePeriod(defaultPeriod);
  if (defaultPeriod !== undefined && period === undefined) {
    refuseEntry(entry, ["defaultPeriod"], {
      reason: `không hiểu kỳ «${defaultPeriod}».`,
      allowed: "Ghi như 2022-11, 2022-Q4, 2022 hoặc 2019..2024.",
    });
  }
  return {
    ...rest,
    defaultPeriod: period,
    minimumCoverage: minimumCoverage / 100,
    pages: pages.map((page) => pageOf(page, { pages, groups })),
  };
}

interface Around {
  readonly pages: readonly PageEntry[];
  /** Of the report's score sheet. */
  readonly groups: readonly ScoreGroup[];
}

function pageOf(page: PageEntry, { pages, groups }: Around): ReportPage {
  const columnsOf = (table: TableEntry): readonly ColumnEntry[] =>
    table.columns.flatMap((column) => eachGroup(column, groups));
  if (page.kind === "charts") return { ...page, charts: chartsOf(page, pages, columnsOf) };
  if (page.kind === "letter") return { ...page, blocks: page.blocks.map(blockOf) };
  const { landscape, rows, columns: _, notes, breaks, ...rest } = page;
  const table: TablePage = {
    ...rest,
    isLandscape: landscape !== false,
    rows: rowsOf(rows),
    columns: columnsOf(page).map(
      ({ group, indicator, when, against, ...column }): ReportColumn => ({
        group,
        indicator,
        when: when ?? "this",
        against: against ?? "last-year",
        ...column,
      }),
    ),
    notes: notes ?? [],
    breaks: breaks ?? [],
  };
  return table;
}

function rowsOf(rows: TableEntry["rows"]): ReportRows {
  switch (rows.by) {
    case "years":
      return { by: "years", yearsBefore: rows.yearsBefore ?? NONE };
    case "funds":
      return { by: "funds", holders: rows.holders ?? [] };
    case "records":
      return {
        by: "records",
        form: rows.form,
        over: rows.over ?? "closing",
        where: new Map(Object.entries(rows.where ?? {})),
        groupBy: rows.groupBy,
        merge: rows.merge ?? [],
        total: rows.total,
        blank: rows.blank ?? BLANK,
      };
    default:
      return rows;
  }
}

/** Empty rows of a list in which nothing stands. */
const BLANK = 6;
/** A column for every group of the score sheet, where one stands for all of them. */
function eachGroup(column: ColumnEntry, groups: readonly ScoreGroup[]): readonly ColumnEntry[] {
  if (column.show !== "score" || column.fields?.[0] !== "groups") return [column];
  return groups.map(({ code, name }) => ({ ...column, fields: [`group:${code}`], heading: `${code}. ${name}` }));
}

/** Years shown before the report's own time where none are declared. */
const NONE = 0;

function blockOf(block: BlockEntry): LetterBlock {
  if ("part" in block) return { kind: "heading", level: 1, text: block.part };
  if ("heading" in block) return { kind: "heading", level: 2, text: block.heading };
  if ("subheading" in block) return { kind: "heading", level: 3, text: block.subheading };
  return "say" in block ? { kind: "say", text: block.say, of: block.of } : { kind: "write", text: block.write };
}

function check(entry: Declared<ReportEntry>, declared: ReportGround): void {
  const names = new Set<string>();
  entry.value.pages.forEach((page, index) => {
    const path = ["pages", index];
    if (names.has(page.name.toLowerCase())) {
      refuseEntry(entry, [...path, "name"], {
        reason: `hai trang cùng tên «${page.name}».`,
        allowed: "Đặt cho mỗi trang một tên khác nhau.",
      });
    }
    names.add(page.name.toLowerCase());
    if (page.kind === "table") checkTable(entry, page, { path, ...declared });
    else if (page.kind === "charts") {
      checkText(entry, page.title, { path: [...path, "title"], ...declared });
      checkCharts(entry, page, { path, ...declared });
    } else {
      page.blocks.forEach((block, place) => {
        const [key = "say"] = Object.keys(block);
        checkText(entry, blockOf(block).text, { path: [...path, "blocks", place, key], ...declared });
      });
    }
  });
  checkText(entry, entry.value.title, { path: ["title"], ...declared });
}

function checkTable(entry: Declared<ReportEntry>, { rows, columns, title, notes }: TableEntry, ground: Ground): void {
  const { path } = ground;
  checkText(entry, title, { ...ground, path: [...path, "title"] });
  notes?.forEach((note, index) => void checkText(entry, note, { ...ground, path: [...path, "notes", index] }));
  if (rows.by === "indicators") {
    rows.groups.forEach((group, index) => {
      group.indicators.forEach((code, place) => {
        checkCode(entry, code, { ...ground, path: [...path, "rows", "groups", index, "indicators", place] });
      });
    });
  }
  const asks = ["units", "years", "holders", "funds"].includes(rows.by);
  checkLists(entry, { rows, columns }, ground);
  checkScores(entry, { rows, columns }, ground);
  columns.forEach(({ show, indicator }, index) => {
    const needs =
      asks &&
      ["figure", "change", "growth", "target", "attainment", "lacking", "verdict", "document", "rank"].includes(show);
    if (needs !== (indicator !== undefined)) {
      refuseEntry(entry, [...path, "columns", index], {
        reason: needs ? "cột số liệu này chưa ghi chỉ tiêu." : "cột này không lấy chỉ tiêu riêng.",
        allowed: needs ? "Ghi thêm indicator: mã chỉ tiêu." : "Bỏ mục indicator.",
      });
    }
    if (indicator !== undefined)
      checkCode(entry, indicator, { ...ground, path: [...path, "columns", index, "indicator"] });
  });
}

function checkText(entry: Declared<ReportEntry>, text: string, ground: Ground): void {
  const { path } = ground;
  const { parts, unknown } = parseReportText(text);
  const [wrong] = unknown;
  if (wrong !== undefined) {
    refuseEntry(entry, path, {
      reason: `không hiểu «${wrong}» trong câu.`,
      allowed: "Ghi {mã chỉ tiêu}, {mã:gọn}, {mã:tăng}, {mã@last-year}, hoặc {đơn vị}, {kỳ}, {năm}.",
    });
  }
  for (const { indicator } of figuresIn(parts)) checkCode(entry, indicator, ground);
  for (const { form, field, where } of listsIn(parts)) {
    const list = ground.forms.get(form);
    const known = list === undefined ? [] : fieldsOf(list, "record").map(({ code }) => code);
    const unknown = [field, where?.field].find((code) => code !== undefined && !known.includes(code));
    if (known.length > 0 && unknown === undefined) continue;
    refuseEntry(entry, path, {
      reason: known.length === 0 ? `«${form}» không phải biểu danh sách.` : `danh sách không có cột «${unknown}».`,
      allowed:
        known.length === 0 ? "Ghi {số mục BM04} hoặc {kể BM04.partner}." : `Dùng một trong: ${known.join(", ")}.`,
    });
  }
}

function checkCode(entry: Declared<ReportEntry>, code: string, { path, indicators }: Ground): void {
  if (indicators.has(code)) return;
  refuseEntry(entry, path, {
    reason: `không có chỉ tiêu «${code}».`,
    allowed: allowedIds(indicators.keys(), code),
  });
}
