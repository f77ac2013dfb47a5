// An office's own form on its way out: which figures its codes ask for, and the form filled with them. Joins lay-out and
// write as deliver.ts does; no disk, no clock.

import { formValues } from "./lay-out/own-form/form-values.js";
import type { ReportInput } from "./lay-out/report/report-input.js";
import type { Catalogue } from "./model/catalogue.js";
import { type FigureCode, type FormCode, parseFormCode } from "./model/form-code.js";
import type { FormFault, OwnForm, PlacedCode } from "./model/own-form.js";
import type { Report } from "./model/report.js";
import { openForm } from "./write/own-form/open-form.js";

export type { FormFault, OwnForm };
export { openForm };

/** The codes of a form, understood; or everything that is wrong with it, place by place. */
export type UnderstoodForm =
  | { readonly kind: "understood"; readonly codes: readonly (PlacedCode & { readonly code: FormCode })[] }
  | { readonly kind: "refused"; readonly faults: readonly FormFault[] };

/** Reads every code of a form. A form without codes is refused: nothing in it would be filled. */
export function understandForm(form: OwnForm, catalogue: Catalogue): UnderstoodForm {
  const faults: FormFault[] = [...form.faults];
  const codes = form.codes.flatMap((placed) => {
    const code = parseFormCode(placed.text, catalogue);
    const why = "why" in code ? code.why : misplaced(code, placed);
    if (why !== undefined) faults.push({ place: placed.place, why: `{{${placed.text}}}: ${why}` });
    return "why" in code ? [] : [{ ...placed, code }];
  });
  return faults.length > 0 ? { kind: "refused", faults } : { kind: "understood", codes };
}

function misplaced(code: FormCode, { isRepeated }: PlacedCode): string | undefined {
  if (isRepeated) return undefined;
  if (code.kind === "row-word") return "chỉ dùng trong dòng có {{mỗi đơn vị}}";
  return code.kind === "repeat" ? "phải đứng trong một dòng của bảng" : undefined;
}

/** What a run has to read for the codes: a report that shows them all, for every stretch of time they speak of. */
export function reportOfCodes(codes: readonly FormCode[]): Report {
  const text = codes.flatMap((code) => (code.kind === "figure" ? [`{${code.indicator}@${code.when}}`] : [])).join(" ");
  return {
    id: "mau",
    name: "Mẫu của đơn vị",
    about: "",
    periods: ["month", "quarter", "half", "nine-months", "year", "span"],
    defaultPeriod: undefined,
    minimumCoverage: 0,
    numberMark: "",
    title: "",
    remark: "",
    recipients: [],
    signer: [],
    pages: [{ kind: "letter", name: "Mẫu", blocks: [{ kind: "say", text }] }],
  };
}

export interface FilledForm {
  readonly bytes: Uint8Array;
  /** Codes of figures that are not known, each once. */
  readonly lacking: readonly FigureCode[];
}

/** Why a form that is understood cannot be filled with these figures. */
export type Unfillable = "no-units" | "no-stamp";

/**
 * The form with every code replaced. Figures that are not all there are never printed without saying so: the form must
 * have a place for the coverage. A repeated row needs units below.
 */
export function fillOwnForm(
  { form, codes }: { readonly form: OwnForm; readonly codes: readonly PlacedCode[] },
  input: ReportInput,
  catalogue: Catalogue,
): FilledForm | Unfillable {
  const values = formValues(input, catalogue);
  const parsed = new Map(codes.map(({ text }) => [text, known(text, catalogue)]));
  const kinds = [...parsed.values()];
  if (values.units === 0 && kinds.some(({ kind }) => kind === "repeat")) return "no-units";
  if (values.stamp !== "" && !kinds.some(saysCoverage)) return "no-stamp";
  const bytes = form.fill({
    rows: values.units,
    value: (text, row) => values.value(parsed.get(text) ?? known(text, catalogue), row),
  });
  const figures = codes.flatMap(({ text, isRepeated }) => {
    const code = parsed.get(text);
    return code?.kind === "figure" && !isRepeated && values.isLacking(code) ? [code] : [];
  });
  return { bytes, lacking: [...new Set(figures)] };
}

function saysCoverage(code: FormCode): boolean {
  return code.kind === "stamp" || (code.kind === "word" && code.word === "phủ");
}

function known(text: string, catalogue: Catalogue): FormCode {
  const code = parseFormCode(text, catalogue);
  if ("why" in code) throw new Error(`a code that was understood is not: ${text}`);
  return code;
}
