// reports/*.yaml → reports, resolved: every indicator and placeholder they name exists.

import type { Indicator } from "../model/indicator.js";
import { parsePeriod } from "../model/period.js";
import type { LetterBlock, Report, ReportColumn, ReportPage, TablePage } from "../model/report.js";
import { figuresIn, parseReportText } from "../model/report-text.js";
import type { DeclarationFile } from "./declaration-file.js";
import { allowedIds, entriesById } from "./declared-entries.js";
import { type Declared, parseYaml, refuseEntry } from "./parse-yaml.js";
import { type BlockEntry, type PageEntry, REPORT_LIST, type ReportEntry, type TableEntry } from "./report-schema.js";

type Indicators = ReadonlyMap<string, Indicator>;
type Path = readonly PropertyKey[];

/**
 * Loads reports in declared order; an own entry replaces the shipped one with its id.
 *
 * @throws UsageError `declaration` for an unknown indicator, a placeholder that means nothing, a column without its
 *   indicator, two pages of one name
 */
export function loadReports(
  shipped: readonly DeclarationFile[],
  own: readonly DeclarationFile[],
  indicators: Indicators,
): ReadonlyMap<string, Report> {
  const parsed = (file: DeclarationFile) => parseYaml(file, REPORT_LIST);
  const entries = entriesById(shipped.flatMap(parsed), own.flatMap(parsed), ({ id }) => id);
  return new Map(
    [...entries].map(([id, entry]) => {
      check(entry, indicators);
      return [id, reportOf(entry)] as const;
    }),
  );
}

function reportOf(entry: Declared<ReportEntry>): Report {
  const { defaultPeriod, minimumCoverage, pages, ...rest } = entry.value;
  const period = defaultPeriod === undefined ? undefined : parsePeriod(defaultPeriod);
  if (defaultPeriod !== undefined && period === undefined) {
    refuseEntry(entry, ["defaultPeriod"], {
      reason: `không hiểu kỳ «${defaultPeriod}».`,
      allowed: "Ghi như 2022-11, 2022-Q4, 2022 hoặc 2019..2024.",
    });
  }
  return { ...rest, defaultPeriod: period, minimumCoverage: minimumCoverage / 100, pages: pages.map(pageOf) };
}

function pageOf(page: PageEntry): ReportPage {
  if (page.kind === "letter") return { ...page, blocks: page.blocks.map(blockOf) };
  const { landscape, rows, columns, notes, breaks, ...rest } = page;
  const table: TablePage = {
    ...rest,
    isLandscape: landscape !== false,
    rows: rows.by === "years" ? { by: "years", yearsBefore: rows.yearsBefore ?? NONE } : rows,
    columns: columns.map(
      ({ group, indicator, when, against, ...column }): ReportColumn => ({
        ...column,
        group,
        indicator,
        when: when ?? "this",
        against: against ?? "last-year",
      }),
    ),
    notes: notes ?? [],
    breaks: breaks ?? [],
  };
  return table;
}

/** Years shown before the report's own time where none are declared. */
const NONE = 0;

function blockOf(block: BlockEntry): LetterBlock {
  if ("part" in block) return { kind: "heading", level: 1, text: block.part };
  if ("heading" in block) return { kind: "heading", level: 2, text: block.heading };
  if ("subheading" in block) return { kind: "heading", level: 3, text: block.subheading };
  return "say" in block ? { kind: "say", text: block.say } : { kind: "write", text: block.write };
}

function check(entry: Declared<ReportEntry>, indicators: Indicators): void {
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
    if (page.kind === "table") checkTable(entry, page, { path, indicators });
    else {
      page.blocks.forEach((block, place) => {
        const [[key, text] = ["say", ""]] = Object.entries(block);
        checkText(entry, text, { path: [...path, "blocks", place, key], indicators });
      });
    }
  });
  checkText(entry, entry.value.title, { path: ["title"], indicators });
}

interface Ground {
  readonly path: Path;
  readonly indicators: Indicators;
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
  const asks = rows.by === "units" || rows.by === "years";
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

function checkText(entry: Declared<ReportEntry>, text: string, { path, indicators }: Ground): void {
  const { parts, unknown } = parseReportText(text);
  const [wrong] = unknown;
  if (wrong !== undefined) {
    refuseEntry(entry, path, {
      reason: `không hiểu «${wrong}» trong câu.`,
      allowed: "Ghi {mã chỉ tiêu}, {mã:gọn}, {mã:tăng}, {mã@last-year}, hoặc {đơn vị}, {kỳ}, {năm}.",
    });
  }
  for (const { indicator } of figuresIn(parts)) checkCode(entry, indicator, { path, indicators });
}

function checkCode(entry: Declared<ReportEntry>, code: string, { path, indicators }: Ground): void {
  if (indicators.has(code)) return;
  refuseEntry(entry, path, {
    reason: `không có chỉ tiêu «${code}».`,
    allowed: allowedIds(indicators.keys(), code),
  });
}
