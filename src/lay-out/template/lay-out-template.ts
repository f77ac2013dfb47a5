// A unit and a period → WorkbookPlan of the blank workbook, made of the same declarations that judge it filled in.

import type { Catalogue } from "../../model/catalogue.js";
import { periodInWords } from "../../model/period.js";
import type { LayoutLine } from "../../model/template-layout.js";
import type { WorkbookPlan } from "../../model/workbook-plan.js";
import { type CoverTemplate, coverTemplate } from "./cover-template.js";
import { type FormTemplate, formTemplate } from "./form-template.js";
import { type Fingerprint, layoutSheet } from "./layout-sheet.js";
import { listTemplate } from "./list-template.js";
import { CHECK_FIELD } from "./template-columns.js";
import {
  coverForms,
  formsWithRows,
  listsAsked,
  sheetOf,
  type TemplateContext,
  templateContext,
} from "./template-context.js";
import type { TemplateRequest } from "./template-request.js";

export type LayOutTemplate = (request: TemplateRequest) => WorkbookPlan;

/** Lays out blank workbooks; what is the same for many units is laid out once. */
export function createTemplateLayout(catalogue: Catalogue, fingerprint: Fingerprint): LayOutTemplate {
  const kept: TemplateContext["kept"] = new Map();
  return (request) => layOut(templateContext(request, catalogue, kept), fingerprint);
}

/**
 * The blank workbook. Sheets: covers, one per form with rows, and very hidden `_bieu-mau`. Workbooks for units of one
 * level with as many rows differ in the values of cells alone. Money is whole đồng until the sender says otherwise.
 */
function layOut(context: TemplateContext, fingerprint: Fingerprint): WorkbookPlan {
  const { request } = context;
  const covers = coverForms(context).map((form) => ({ form, ...coverTemplate(form, context) }));
  const moneyUnit = covers.find((cover) => cover.moneyUnit !== undefined)?.moneyUnit;
  const tables: FormTemplate[] = [];
  for (const form of formsWithRows(context)) {
    tables.push(formTemplate(form, context, { naming: tables[0]?.named, moneyUnit }));
  }
  const lists = listsAsked(context).map((form) => listTemplate(form, context, moneyUnit));
  const lines = [
    ...covers.flatMap(({ form, fields }) => coverLines(form, fields, context)),
    ...formsWithRows(context).flatMap((form, index) => tableLines(form, tables[index], context)),
    ...lists.flatMap((list) => list.lines),
  ];
  return {
    title: `Biểu báo cáo ${periodInWords(request.period)}`,
    creator: `khuyenhoc ${request.toolVersion}`,
    created: request.created,
    recalculates: true,
    sheets: [
      ...covers.map(({ sheet }) => sheet),
      ...tables.map(({ sheet }) => sheet),
      ...lists.map(({ sheet }) => sheet),
      layoutSheet(lines, request, fingerprint),
    ],
  };
}

type Named = { readonly id: string; readonly version: number; readonly sheet: string };

function coverLines(
  form: Named & Parameters<typeof sheetOf>[0],
  fields: CoverTemplate["fields"],
  context: TemplateContext,
): readonly LayoutLine[] {
  const shared = { form: form.id, version: form.version, sheet: sheetOf(form, context), grain: "value" as const };
  return fields.map(({ field, row }) => ({
    ...shared,
    field: field.code,
    heading: field.heading,
    cell: { row, column: 1 },
    from: 0,
    to: 0,
  }));
}

function tableLines(
  form: Parameters<typeof sheetOf>[0],
  table: FormTemplate | undefined,
  context: TemplateContext,
): readonly LayoutLine[] {
  if (table === undefined) return [];
  const shared = { form: form.id, version: form.version, sheet: sheetOf(form, context), grain: context.grain };
  return table.columns.flatMap(({ field }, index) =>
    field === CHECK_FIELD
      ? []
      : [
          {
            ...shared,
            field: field.code,
            heading: field.heading,
            cell: { row: table.headingRow, column: index + 1 },
            from: table.firstRow,
            to: table.totalRow,
          },
        ],
  );
}
