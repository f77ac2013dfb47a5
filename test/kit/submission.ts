// A Submission around tables, for tests: xã Hướng Phùng, năm 2025, unless the test says otherwise.

import type { FormTable, Submission } from "../../src/model/submission.js";
import type { Unit } from "../../src/model/unit.js";

export const HUONG_PHUNG: Unit = {
  key: "19429@2025-07-01",
  code: "19429",
  name: "Xã Hướng Phùng",
  type: "Xã",
  level: "commune",
  parentCode: "44",
  from: "2025-07-01",
  fromKnown: true,
  until: undefined,
  aliases: [],
};

/** A submission with the given tables; `changes` replaces whatever the test is about. */
export function submissionWith(tables: readonly FormTable[], changes: Partial<Submission> = {}): Submission {
  return {
    file: { path: "nop/huong-phung.xlsx", sha256: "a1" },
    unit: HUONG_PHUNG,
    grouping: undefined,
    period: { kind: "year", year: 2025 },
    asOf: undefined,
    standing: undefined,
    revision: undefined,
    preparedBy: "",
    phone: "",
    tables,
    carried: [],
    cells: { seen: 0, used: 0, listed: [] },
    explanations: [],
    lists: [],
    ...changes,
  };
}
