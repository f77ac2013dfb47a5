// One validator, many templates: the columns learnt from one submission are never those of another.

import { expect, it } from "vitest";
import { addressText } from "../../src/model/cell-address.js";
import type { FormTable } from "../../src/model/submission.js";
import { createValidate } from "../../src/validate/validate-submission.js";
import { shippedCatalogue } from "../kit/catalogue.js";
import { formTable, type SketchedFigure } from "../kit/form-table.js";
import { submissionWith } from "../kit/submission.js";

function members(fields: readonly string[], figures: readonly SketchedFigure[]): FormTable {
  return formTable({ form: "BM01", fields, rows: [{ unit: "19429@2025-07-01/1", figures }] });
}

it("finds each submission's figures in its own columns", () => {
  const validate = createValidate(shippedCatalogue());
  const found = [
    members(["HV01", "HV04"], [60, 61]),
    members(["HV04", "HV01"], [61, 60]),
    members(["HV01", "HV04"], [61, 60]),
    members(["HV01"], [60]),
  ].map((table) =>
    validate(submissionWith([table]))
      .filter(({ code }) => code === "V-H03")
      .map(({ place }) => (place.cell === undefined ? "" : addressText(place.cell))),
  );
  expect(found).toEqual([["E6"], ["D6"], [], []]);
});
