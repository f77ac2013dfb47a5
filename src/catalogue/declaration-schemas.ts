// JSON Schemas of the declaration files, from the very shapes that read them: with them an editor completes and checks.

import * as z from "zod";
import { FINDING_LIST } from "./finding-schema.js";
import { FORM_LIST } from "./form-schema.js";
import { INDICATOR_LIST } from "./indicator-schema.js";
import { SCORESHEET_LIST } from "./load-scoresheets.js";
import { DOCUMENTS } from "./load-targets.js";
import { GROUPING_ENTRIES } from "./register-groupings.js";
import { REPORT_LIST } from "./report-schema.js";
import { RULE_LIST } from "./rule-schema.js";

const LISTS: Readonly<Record<string, z.ZodType>> = {
  indicators: INDICATOR_LIST,
  forms: FORM_LIST,
  rules: RULE_LIST,
  findings: FINDING_LIST,
  targets: DOCUMENTS,
  scoresheets: SCORESHEET_LIST,
  reports: REPORT_LIST,
  groupings: GROUPING_ENTRIES,
};

/** Text of each schema by the folder whose files it describes. What only the loader can tell is left open in it. */
export function declarationSchemas(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(LISTS).map(([folder, list]) => {
      const schema = z.toJSONSchema(list, { io: "input", unrepresentable: "any" });
      return [folder, `${JSON.stringify({ title: `khuyenhoc: ${folder}`, ...schema }, null, 2)}\n`];
    }),
  );
}
