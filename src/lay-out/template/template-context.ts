// What every sheet of a blank workbook needs to know, settled once.

import type { Catalogue } from "../../model/catalogue.js";
import type { Form, Grain } from "../../model/form.js";
import { fieldsOf, isList } from "../../model/form.js";
import { vietnameseDate } from "../../model/iso-date.js";
import { periodInWords } from "../../model/period.js";
import type { Level } from "../../model/unit.js";
import type { PlannedCell } from "../../model/workbook-plan.js";
import { capitalised } from "../cell-texts.js";
import type { FormColumn } from "../form-columns.js";
import { type Issuer, issuerOf, parentOf } from "../issuer.js";
import { formSheetNames } from "../layout-context.js";
import type { PageFrame } from "../page-frame.js";
import type { TemplateRequest } from "./template-request.js";
import type { RowCheck } from "./template-rows.js";

/** What was laid out once for a form, and stands on every workbook of its kind. */
export interface KeptForm {
  readonly columns: readonly FormColumn[];
  readonly widths: readonly number[];
  readonly frame: PageFrame;
  readonly check: RowCheck;
  /** Rows of which nothing is known, by their number. */
  readonly blankRows: Map<number, readonly PlannedCell[]>;
}

export interface TemplateContext {
  readonly request: TemplateRequest;
  readonly catalogue: Catalogue;
  readonly issuer: Issuer;
  readonly parentName: string;
  /** «Năm 2025 – số liệu đến ngày 31/12/2025». */
  readonly periodLine: string;
  readonly sheetNames: ReadonlyMap<string, string>;
  /** What has a row of its own: branches inside a commune, child units above it. */
  readonly grain: Exclude<Grain, "value" | "record">;
  readonly rowLevel: Level;
  readonly kept: Map<string, KeptForm>;
}

/** The context of a request; a unit above the communes reports by child units. */
export function templateContext(
  request: TemplateRequest,
  catalogue: Catalogue,
  kept: TemplateContext["kept"],
): TemplateContext {
  const { unit, period, asOf } = request;
  const isGrassroots = unit.level === "commune";
  return {
    request,
    catalogue,
    kept,
    issuer: issuerOf({ unit, asOf }, catalogue),
    parentName: parentOf({ unit, asOf }, catalogue)?.name ?? "",
    periodLine: `${capitalised(periodInWords(period))} – số liệu đến ngày ${vietnameseDate(asOf)}`,
    sheetNames: formSheetNames(catalogue),
    grain: isGrassroots ? "branch" : "upper",
    rowLevel:
      isGrassroots || unit.level === "district" ? "commune" : unit.level === "national" ? "province" : "commune",
  };
}

/** Name of the sheet a form stands on. */
export function sheetOf(form: Form, { sheetNames }: TemplateContext): string {
  return sheetNames.get(form.id) ?? form.sheet;
}

/** The forms of label–value lines, and those that have rows; of optional ones those that were asked for. */
export function coverForms(context: TemplateContext): readonly Form[] {
  return formsOf("value", context);
}

export function formsWithRows(context: TemplateContext): readonly Form[] {
  return formsOf(context.grain, context);
}

/** In declared order. */
function formsOf(grain: Grain, { catalogue, request }: TemplateContext): readonly Form[] {
  const isAsked = ({ id, isOptional }: Form): boolean => isOptional !== true || request.lists?.includes(id) === true;
  return [...catalogue.forms.values()].filter((form) => fieldsOf(form, grain).length > 0 && isAsked(form));
}

/** The lists that belong to every workbook, and those that were asked for. */
export function listsAsked({ catalogue, request }: TemplateContext): readonly Form[] {
  return [...catalogue.forms.values()].filter(
    (form) => isList(form) && (form.isOptional !== true || request.lists?.includes(form.id) === true),
  );
}
