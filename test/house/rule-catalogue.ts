// The catalogue of rules as Markdown: each finding with its sentence, why, how to mend, an example in full, and the
// rules that give it, with what they rest on.

import { VIETNAMESE } from "../../src/cli/words-vi.js";
import type { Catalogue } from "../../src/model/catalogue.js";
import type { FindingText } from "../../src/model/finding.js";
import type { Rule } from "../../src/model/rule.js";
import { wordFindings } from "../../src/validate/word-findings.js";
import { exampleOf } from "../kit/example-values.js";
import { runExample } from "../kit/rule-example.js";

/** One section for each finding, in declared order. */
export function findingSections(catalogue: Catalogue): readonly string[] {
  return [...catalogue.findingTexts.values()].flatMap((text) => {
    const rules = catalogue.rules.filter((rule) => rule.finding === text.code && rule.variant === text.variant);
    return [
      `### ${text.code}${text.variant === undefined ? "" : ` (${text.variant})`} — ${VIETNAMESE.severities[text.severity]}`,
      "",
      `> ${text.message}`,
      "",
      `Vì sao: ${text.why}`,
      "",
      `Ví dụ: ${exampleFor(text, rules, catalogue)}`,
      "",
      `Cách sửa: ${text.fix}`,
      "",
      ...(rules.length === 0 ? [] : [...rules.map(ruleLine), ""]),
    ];
  });
}

/** What the first rule says about its own failing example; a sentence with likely values where no rule gives it. */
function exampleFor(text: FindingText, [rule]: readonly Rule[], { indicators, findingTexts }: Catalogue): string {
  const failed = rule === undefined ? [] : runExample(rule.bound, rule.reject, indicators).failed;
  const [finding] = wordFindings(failed, findingTexts);
  return finding === undefined ? exampleOf(text, text.message) : withLabels(finding.message, indicators);
}

/** Examples are run on columns called «Cột HV01»; here they bear the indicator's own name. */
function withLabels(message: string, indicators: Catalogue["indicators"]): string {
  return message.replace(/Cột (\w+)/g, (whole, code: string) => indicators.get(code)?.name ?? whole);
}

function ruleLine({ id, source, fromYear, untilYear }: Rule): string {
  const years = [
    ...(fromYear === undefined ? [] : [`từ năm ${fromYear}`]),
    ...(untilYear === undefined ? [] : [`đến năm ${untilYear}`]),
  ];
  const inForce = years.length === 0 ? "" : ` (${years.join(", ")})`;
  return `- \`${id}\`${inForce}: ${source}`;
}
