// Most records are settled by a glance at their values: with it every rule says what it says when it asks each record.

import { describe, expect, it } from "vitest";
import { type Chance, chance } from "../../fixtures/kit/random.js";
import type { Rule } from "../../src/model/rule.js";
import type { FormTable, Submission } from "../../src/model/submission.js";
import { createRunRules } from "../../src/validate/run-rules.js";
import { shippedCatalogue } from "../kit/catalogue.js";
import { formTable, type SketchedFigure } from "../kit/form-table.js";
import { submissionWith } from "../kit/submission.js";

const CATALOGUE = shippedCatalogue();

/** The same rule without its glance. */
function asking(rule: Rule): Rule {
  const { bound } = rule;
  if (bound.scope !== "record") return rule;
  const { glance: _, ...rest } = bound;
  return { ...rule, bound: rest };
}

const glancing = createRunRules(CATALOGUE);
const askingEach = createRunRules({ ...CATALOGUE, rules: CATALOGUE.rules.map(asking) });
const CODES = [...new Set(CATALOGUE.rules.flatMap(({ reads }) => reads))].filter((code) =>
  CATALOGUE.indicators.has(code),
);

/** Two tables of rows and a cover, each with some of the figures; small numbers meet, part and exceed one another. */
function drawn(
  luck: Chance,
  { refused, rows: most }: { readonly refused: boolean; readonly rows: number },
): Submission {
  const figure = (): SketchedFigure => {
    const drawn = luck.between(0, refused ? 9 : 8);
    return drawn === 9 ? "rejected" : drawn > 6 ? undefined : luck.between(0, 4) * (drawn > 4 ? 1_000_000 : 1);
  };
  const table = (form: string, rows: number, mark: string): FormTable => {
    const fields = CODES.filter(() => luck.between(0, 2) > 0).map(
      (code) => `${code}${luck.between(0, 9) > 8 ? mark : ""}`,
    );
    return formTable({
      form,
      grain: rows === 1 ? "value" : "branch",
      fields,
      rows: Array.from({ length: rows }, (_, row) => ({
        unit: `19429@2025-07-01/${row}`,
        ...(luck.between(0, 9) > 8 ? { role: "own" as const } : {}),
        figures: fields.map(figure),
      })),
      moneyFactor: luck.between(0, 1) === 0 ? 1 : 1000,
    });
  };
  return submissionWith([table("BM00", 1, "?"), table("BM01", most, "?"), table("BM02", Math.ceil(most / 2), "?")]);
}

function told(submission: Submission) {
  const outcomes = glancing(submission);
  const plain = ({ rule, ...said }: (typeof outcomes)[number]) => [rule.id, said];
  expect(outcomes.map(plain)).toEqual(askingEach(submission).map(plain));
  return outcomes;
}

describe("a glance says what asking says", () => {
  it.each([
    ["where nothing was refused", false],
    ["where figures were refused", true],
  ])("%s", (_, refused) => {
    const luck = chance(2025);
    const verdicts = { passed: 0, failed: 0, skipped: 0 };
    for (let round = 0; round < 30; round += 1) {
      for (const { passed, failed, skipped } of told(drawn(luck, { refused, rows: 12 }))) {
        verdicts.passed += passed;
        verdicts.failed += failed.length;
        verdicts.skipped += skipped;
      }
    }
    expect(Math.min(...Object.values(verdicts))).toBeGreaterThan(100);
  });

  it("in a table longer than is looked at together", () => {
    const outcomes = told(drawn(chance(7), { refused: false, rows: 2100 }));
    expect(Math.max(...outcomes.map(({ passed }) => passed))).toBeGreaterThan(1024);
  });
});
