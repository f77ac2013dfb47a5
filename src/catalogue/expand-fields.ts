// Declared fields of a form → fields as the stages see them: taken over from other grains, tiers spelled out.

import type { Field, Requirement } from "../model/form.js";
import type { Entries } from "./declared-entries.js";
import type { FieldEntry, FormEntry, GrainEntry } from "./form-schema.js";
import { type Declared, refuseEntry } from "./parse-yaml.js";

/** A field with the declaration it comes from, so that a refusal can name its line. */
export interface PlacedField {
  readonly field: Field;
  readonly entry: Declared<FormEntry>;
  readonly path: readonly PropertyKey[];
}

/** The fields of a grain by its name, `BM02.branch`. */
export type FieldsOfGrain = (from: Asking, name: string) => readonly PlacedField[];

/** Who asks for a grain: where a name that is not declared, or leads in a circle, is refused. */
export interface Asking {
  readonly entry: Declared<FormEntry>;
  readonly path: readonly PropertyKey[];
}

/**
 * A look-up that spells out each grain once.
 *
 * @throws UsageError `declaration` where a grain, a list of words or a field that is named is not there
 */
export function fieldExpander(forms: Entries<FormEntry>): FieldsOfGrain {
  const done = new Map<string, readonly PlacedField[]>();
  const open = new Set<string>();
  const fieldsOfGrain: FieldsOfGrain = (from, name) => {
    const ready = done.get(name);
    if (ready !== undefined) return ready;
    const [id = "", grain] = name.split(".");
    const entry = forms.get(id);
    const index = entry?.value.grains.findIndex((candidate) => candidate.grain === grain) ?? -1;
    const found = entry?.value.grains[index];
    if (entry === undefined || found === undefined || open.has(name)) {
      return refuseEntry(from.entry, from.path, {
        reason: open.has(name) ? `«${name}» dẫn vòng về chính nó.` : `không có «${name}».`,
        allowed: `Dùng một trong: ${grainNames(forms).join(", ")}.`,
      });
    }
    open.add(name);
    const fields = expandGrain({ entry, path: ["grains", index] }, found, fieldsOfGrain);
    open.delete(name);
    done.set(name, fields);
    return fields;
  };
  return fieldsOfGrain;
}

function grainNames(forms: Entries<FormEntry>): readonly string[] {
  return [...forms.values()].flatMap(({ value }) => value.grains.map((grain) => `${value.id}.${grain.grain}`));
}

function expandGrain(at: Asking, grain: GrainEntry, fieldsOfGrain: FieldsOfGrain): readonly PlacedField[] {
  const expand = (part: "lead" | "fields") =>
    (grain[part] ?? []).map((field, index) => expandField(below(at, part, index), field, fieldsOfGrain));
  return [...expand("lead"), ...reusedFields(at, grain, fieldsOfGrain), ...expand("fields")];
}

function reusedFields(at: Asking, { reuse }: GrainEntry, fieldsOfGrain: FieldsOfGrain): readonly PlacedField[] {
  if (reuse === undefined) return [];
  const source = fieldsOfGrain(below(at, "reuse"), reuse.from);
  reuse.omit?.forEach((code, index) => {
    if (source.some(({ field }) => field.code === code)) return;
    refuseEntry(at.entry, [...at.path, "reuse", "omit", index], {
      reason: `«${reuse.from}» không có cột «${code}».`,
      allowed: "Bỏ mã này khỏi danh sách omit.",
    });
  });
  return source
    .filter(({ field }) => reuse.roles === undefined || reuse.roles.includes(field.role))
    .filter(({ field }) => reuse.omit?.includes(field.code) !== true)
    .map(({ field }) => ({ field, entry: at.entry, path: [...at.path, "reuse"] }));
}

function expandField(at: Asking, declared: FieldEntry, fieldsOfGrain: FieldsOfGrain): PlacedField {
  const model = declared.like === undefined ? undefined : likeField(at, declared, fieldsOfGrain);
  const taken = model === undefined ? [] : [model.heading, ...model.synonyms];
  const synonyms = new Set([...(declared.synonyms ?? []), ...taken, ...tieredTexts(at, declared)]);
  synonyms.delete(declared.heading);
  const values = declared.values === undefined ? model?.values : new Map(Object.entries(declared.values));
  const field: Field = {
    code: declared.code,
    role: declared.role,
    column: String(declared.column ?? ""),
    heading: declared.heading,
    synonyms: [...synonyms],
    groups: [...new Set([...groupTexts(at, declared), ...(model?.groups ?? [])])],
    required: requirementOf(declared.required),
    values: values ?? new Map<string, readonly string[]>(),
    note: declared.note ?? "",
    ...kept(declared),
  };
  return { field, ...at };
}

/** What only attributes have. */
function kept({ holds, otherwise, whenBlank }: FieldEntry): Pick<Field, "holds" | "otherwise" | "whenBlank"> {
  return {
    ...(holds === undefined ? {} : { holds }),
    ...(otherwise === undefined ? {} : { otherwise }),
    ...(whenBlank === undefined ? {} : { whenBlank }),
  };
}

function likeField(at: Asking, { code, like }: FieldEntry, fieldsOfGrain: FieldsOfGrain): Field | undefined {
  if (like === undefined) return undefined;
  const found = fieldsOfGrain(below(at, "like"), like).find(({ field }) => field.code === code);
  if (found !== undefined) return found.field;
  return refuseEntry(at.entry, [...at.path, "like"], {
    reason: `«${like}» không có cột «${code}».`,
    allowed: "Dùng một biểu có cột cùng mã, hoặc bỏ mục like.",
  });
}

/**
 * Every combination of the named lists, upper tier first:
 *
 *   tiers: [[family, registered]]   →   «Gia đình học tập đăng ký», «GĐHT đăng ký», «GĐHT ĐK», …
 */
function tieredTexts(at: Asking, { tiers }: FieldEntry): readonly string[] {
  const words = at.entry.value.words ?? {};
  return (tiers ?? []).flatMap((names, row) => {
    let texts: readonly string[] = [];
    names.forEach((name, column) => {
      const list = Object.hasOwn(words, name)
        ? (words[name] ?? [])
        : unknownWords(below(at, "tiers", row, column), name);
      texts = column === 0 ? list : texts.flatMap((text) => list.map((word) => `${text} ${word}`));
    });
    return texts;
  });
}

/** The uppermost tiers of headings in tiers: «Gia đình học tập» above «đăng ký». */
function groupTexts(at: Asking, { tiers }: FieldEntry): readonly string[] {
  const words = at.entry.value.words ?? {};
  return (tiers ?? []).flatMap(([first = "", ...below]) => (below.length === 0 ? [] : (words[first] ?? [])));
}

function unknownWords(at: Asking, name: string): never {
  return refuseEntry(at.entry, at.path, {
    reason: `mục words không có danh sách «${name}».`,
    allowed: `Dùng một trong: ${Object.keys(at.entry.value.words ?? {}).join(", ")}.`,
  });
}

function requirementOf(required: FieldEntry["required"]): Requirement {
  if (required === undefined) return { kind: "never" };
  if (required === "always") return { kind: "always" };
  return "withForm" in required
    ? { kind: "with-form", form: required.withForm }
    : { kind: "one-of", group: required.oneOf };
}

function below(at: Asking, ...steps: readonly PropertyKey[]): Asking {
  return { entry: at.entry, path: [...at.path, ...steps] };
}
