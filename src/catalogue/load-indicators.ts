// indicators/*.yaml → indicators, resolved: every code they name exists, and no fold contradicts its kind.

import { type Indicator, OVER_TIME_OF, type RowCount } from "../model/indicator.js";
import type { DeclarationFile } from "./declaration-file.js";
import { allowedIds, type Entries, entriesById } from "./declared-entries.js";
import { INDICATOR_LIST, type IndicatorEntry } from "./indicator-schema.js";
import { type Declared, parseYaml, refuseEntry } from "./parse-yaml.js";

interface Reference {
  readonly path: readonly PropertyKey[];
  readonly code: string;
}

/**
 * Loads indicators in declared order; an own entry replaces the shipped one with its code.
 *
 * @throws UsageError `declaration`
 */
export function loadIndicators(
  shipped: readonly DeclarationFile[],
  own: readonly DeclarationFile[],
): Entries<IndicatorEntry> {
  const parsed = (file: DeclarationFile) => parseYaml(file, INDICATOR_LIST);
  const entries = entriesById(shipped.flatMap(parsed), own.flatMap(parsed), (entry) => entry.code);
  for (const entry of entries.values()) {
    checkKind(entry);
    checkReferences(entry, entries);
  }
  return entries;
}

/** The model's view of a declared indicator. */
export function indicatorOf(entry: IndicatorEntry): Indicator {
  return {
    code: entry.code,
    name: entry.name,
    nameEn: entry.en,
    measuredIn: entry.measuredIn,
    kind: entry.kind,
    partOf: entry.partOf === undefined ? undefined : { whole: entry.partOf, overlaps: entry.overlaps === true },
    recordedAt: entry.recordedAt ?? "",
    family: entry.family,
    form: entry.form ?? "",
    serves: entry.serves ?? "",
    optional: entry.optional === true,
    isHeadline: entry.headline === true,
    note: entry.note ?? "",
    since: entry.since,
    count: entry.count === undefined ? undefined : countOf(entry.count),
    sumOf: entry.sumOf,
    ratio: entry.ratio,
  };
}

function countOf({ form, where, distinct, adds }: NonNullable<IndicatorEntry["count"]>): RowCount {
  return {
    form,
    where: new Map(Object.entries(where)),
    ...(distinct === undefined ? {} : { distinct }),
    ...(adds === undefined ? {} : { adds }),
  };
}

function checkKind(entry: Declared<IndicatorEntry>): void {
  const { kind, overTime, ratio, sumOf, count, partOf, overlaps } = entry.value;
  if (overTime !== undefined && overTime !== OVER_TIME_OF[kind]) {
    refuseEntry(entry, ["overTime"], {
      reason: `chỉ tiêu loại ${kind} không gộp qua thời gian theo kiểu «${overTime}».`,
      allowed: `Bỏ mục overTime, hoặc ghi «${OVER_TIME_OF[kind]}»; số có tại ngày chốt không cộng qua các kỳ.`,
    });
  }
  if ((kind === "RATIO") !== (ratio !== undefined)) {
    refuseEntry(entry, ["kind"], {
      reason: "loại RATIO và mục ratio phải đi cùng nhau.",
      allowed: "Ghi kind: RATIO và ratio: { of, over, times }, hoặc bỏ cả hai.",
    });
  }
  if ((kind === "SUM") !== (sumOf?.when === "always")) {
    refuseEntry(entry, ["kind"], {
      reason: "loại SUM và sumOf có when: always phải đi cùng nhau.",
      allowed: "Dùng when: parts-first hoặc all-parts cho chỉ tiêu vẫn được ghi, always cho loại SUM.",
    });
  }
  if (count !== undefined && (count.adds === undefined) !== (kind === "COUNT")) {
    refuseEntry(entry, ["count"], {
      reason: `chỉ tiêu loại ${kind} không đếm dòng.`,
      allowed: "Ghi kind: COUNT, hoặc bỏ mục count; cộng một cột của danh sách thì ghi kind: FLOW và count có adds.",
    });
  }
  if (overlaps !== undefined && partOf === undefined) {
    refuseEntry(entry, ["overlaps"], {
      reason: "mục overlaps đứng một mình.",
      allowed: "Ghi thêm partOf (chỉ tiêu bao trùm), hoặc bỏ mục overlaps.",
    });
  }
}

/** Every code an entry names, with the path at which it stands. */
function referencesOf({ partOf, ratio, sumOf }: IndicatorEntry): readonly Reference[] {
  const references: Reference[] = [];
  if (partOf !== undefined) references.push({ path: ["partOf"], code: partOf });
  if (ratio !== undefined) {
    references.push({ path: ["ratio", "of"], code: ratio.of }, { path: ["ratio", "over"], code: ratio.over });
  }
  sumOf?.parts.forEach((code, index) => {
    references.push({ path: ["sumOf", "parts", index], code });
  });
  return references;
}

function checkReferences(entry: Declared<IndicatorEntry>, entries: Entries<IndicatorEntry>): void {
  for (const { path, code } of referencesOf(entry.value)) {
    const found = entries.get(code);
    if (found === undefined) {
      refuseEntry(entry, path, {
        reason: `không có chỉ tiêu «${code}».`,
        allowed: allowedIds(entries.keys(), code),
      });
    }
    const isCircle = path[0] === "partOf" ? code === entry.value.code : rests(found, entry.value.code, entries);
    if (found.value.kind === "RATIO" || isCircle) {
      refuseEntry(entry, path, {
        reason: `«${entry.value.code}» không thể dựa vào «${code}».`,
        allowed: "Dùng một chỉ tiêu được ghi trên biểu, không phải tỉ lệ, không tính ra từ chính chỉ tiêu này.",
      });
    }
  }
}

/** True where `entry` is the indicator `code` or is summed from it, however deep. */
function rests(entry: Declared<IndicatorEntry>, code: string, entries: Entries<IndicatorEntry>, depth = 0): boolean {
  if (entry.value.code === code || depth > entries.size) return true;
  return (entry.value.sumOf?.parts ?? []).some((part) => {
    const below = entries.get(part);
    return below !== undefined && rests(below, code, entries, depth + 1);
  });
}
