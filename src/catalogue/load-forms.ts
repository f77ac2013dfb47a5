// forms/*.yaml → forms, resolved: every indicator they name exists, every column stands for one thing.

import type { Form } from "../model/form.js";
import type { Indicator } from "../model/indicator.js";
import { isMoney } from "../model/indicator.js";
import type { DeclarationFile } from "./declaration-file.js";
import { allowedIds, entriesById } from "./declared-entries.js";
import { type FieldsOfGrain, fieldExpander, type PlacedField } from "./expand-fields.js";
import { FORM_LIST, type FormEntry } from "./form-schema.js";
import { headingCollisions } from "./heading-collisions.js";
import { type Declared, parseYaml, refuseEntry } from "./parse-yaml.js";

type Indicators = ReadonlyMap<string, Indicator>;

/**
 * Forms in declared order; an own form replaces the shipped one with its id.
 *
 * @throws UsageError `declaration`
 */
export function loadForms(
  shipped: readonly DeclarationFile[],
  own: readonly DeclarationFile[],
  indicators: Indicators,
): ReadonlyMap<string, Form> {
  const parsed = (file: DeclarationFile) => parseYaml(file, FORM_LIST);
  const ownEntries = own.flatMap(parsed);
  const entries = entriesById(shipped.flatMap(parsed), ownEntries, (entry) => entry.id);
  const fieldsOfGrain = fieldExpander(entries);
  const forms = new Map<string, Form>();
  for (const [id, entry] of entries) {
    const form = resolvedForm(entry, fieldsOfGrain, indicators);
    if (ownEntries.includes(entry)) refuseCollisions(entry, fieldsOfGrain);
    forms.set(id, form);
  }
  for (const entry of entries.values()) checkRequirements(entry, forms, fieldsOfGrain);
  return forms;
}

function resolvedForm(entry: Declared<FormEntry>, fieldsOfGrain: FieldsOfGrain, indicators: Indicators): Form {
  const { id, version, name, sheet, titles, formerTitles, grains, optional, prefill, countsAs } = entry.value;
  const kept = {
    ...(entry.value.private === true ? { isPrivate: true } : {}),
    ...(countsAs === undefined ? {} : { countsAs }),
  };
  const resolved = grains.map(({ grain }) => {
    const fields = grainFields(entry, grain, fieldsOfGrain);
    checkFields(fields, indicators);
    return { grain, fields: fields.map(({ field }) => field) };
  });
  const hasMoney = resolved.some(({ fields }) =>
    fields.some(({ code, role }) => {
      const indicator = indicators.get(code);
      return role === "indicator" && indicator !== undefined && isMoney(indicator);
    }),
  );
  const former = formerTitles === undefined ? {} : { formerTitles: new Map(Object.entries(formerTitles)) };
  const asked = {
    ...(optional === true ? { isOptional: true } : {}),
    ...(prefill === undefined ? {} : { prefill: { ...prefill, columns: new Map(Object.entries(prefill.columns)) } }),
  };
  return { id, version, name, sheet, titles, ...former, ...asked, ...kept, hasMoney, grains: resolved };
}

function grainFields(entry: Declared<FormEntry>, grain: string, fieldsOfGrain: FieldsOfGrain): readonly PlacedField[] {
  return fieldsOfGrain({ entry, path: ["grains"] }, `${entry.value.id}.${grain}`);
}

function checkFields(fields: readonly PlacedField[], indicators: Indicators): void {
  const seen = new Set<string>();
  for (const placed of fields) {
    const { code, role, values } = placed.field;
    if (seen.has(code)) {
      refuseEntry(placed.entry, placed.path, {
        reason: `cột «${code}» có hai lần trên cùng một bảng.`,
        allowed: "Giữ một cột, hoặc ghi mã vào danh sách omit của mục reuse.",
      });
    }
    seen.add(code);
    if (role === "indicator" || role === "check") checkIndicator(placed, indicators);
    checkAttribute(placed, fields);
    if (role === "category" && values.size === 0) {
      refuseEntry(placed.entry, placed.path, {
        reason: `cột phân loại «${code}» không có giá trị nào.`,
        allowed: "Ghi mục values: mỗi giá trị và những cách viết của nó.",
      });
    }
  }
}

/** What a blank attribute stands for must be among its values, and follow from a year. */
function checkAttribute({ field, entry, path }: PlacedField, fields: readonly PlacedField[]): void {
  const { role, whenBlank, values, holds, otherwise } = field;
  if (role !== "attribute" && (holds ?? otherwise ?? whenBlank) !== undefined) {
    refuseEntry(entry, [...path, "role"], {
      reason: `cột «${field.code}» không phải cột thuộc tính nên không có mục holds, otherwise, whenBlank.`,
      allowed: "Ghi role: attribute, hoặc bỏ các mục ấy.",
    });
  }
  if (whenBlank === undefined) return;
  const years = fields.filter((other) => other.field.holds === "year").map((other) => other.field.code);
  if (!years.includes(whenBlank.year)) {
    refuseEntry(entry, [...path, "whenBlank", "year"], {
      reason: `«${whenBlank.year}» không phải cột ghi năm (holds: year) của bảng này.`,
      allowed: `Dùng một trong: ${years.join(", ")}.`,
    });
  }
  if (values.has(whenBlank.past) && values.has(whenBlank.otherwise)) return;
  refuseEntry(entry, [...path, "whenBlank"], {
    reason: `cột «${field.code}» không có giá trị «${whenBlank.past}» hoặc «${whenBlank.otherwise}».`,
    allowed: `Dùng một trong: ${[...values.keys()].join(", ")}.`,
  });
}

function checkIndicator({ field, entry, path }: PlacedField, indicators: Indicators): void {
  const indicator = indicators.get(field.code);
  if (indicator === undefined) {
    refuseEntry(entry, [...path, "code"], {
      reason: `không có chỉ tiêu «${field.code}».`,
      allowed: allowedIds(indicators.keys(), field.code),
    });
  }
  if (field.role === "indicator" && (indicator.kind === "RATIO" || indicator.kind === "SUM")) {
    refuseEntry(entry, [...path, "role"], {
      reason: `«${field.code}» (${indicator.name}) do chương trình tính, không lấy số ghi trên biểu.`,
      allowed: "Ghi role: check để chỉ so sánh số trên biểu với số tính lại.",
    });
  }
}

function refuseCollisions(entry: Declared<FormEntry>, fieldsOfGrain: FieldsOfGrain): void {
  for (const { grain } of entry.value.grains) {
    const fields = grainFields(entry, grain, fieldsOfGrain);
    const [collision] = headingCollisions(fields.map(({ field }) => field));
    if (collision === undefined) continue;
    const { text, first, second } = collision;
    refuseEntry(entry, fields.find(({ field }) => field === second)?.path ?? [], {
      reason: `tiêu đề «${text}» vừa là cột «${first.code}» vừa là cột «${second.code}».`,
      allowed: "Để mỗi tiêu đề ở một cột; thêm chữ của nhóm phía trên để phân biệt.",
    });
  }
}

function checkRequirements(
  entry: Declared<FormEntry>,
  forms: ReadonlyMap<string, Form>,
  fieldsOfGrain: FieldsOfGrain,
): void {
  const { countsAs } = entry.value;
  if (countsAs !== undefined && !forms.has(countsAs)) {
    refuseEntry(entry, ["countsAs"], {
      reason: `không có biểu «${countsAs}».`,
      allowed: allowedIds(forms.keys(), countsAs),
    });
  }
  for (const { grain } of entry.value.grains) {
    for (const placed of grainFields(entry, grain, fieldsOfGrain)) {
      const { required } = placed.field;
      if (required.kind !== "with-form" || forms.has(required.form)) continue;
      refuseEntry(placed.entry, [...placed.path, "required"], {
        reason: `không có biểu «${required.form}».`,
        allowed: allowedIds(forms.keys(), required.form),
      });
    }
  }
}
