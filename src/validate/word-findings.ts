// Drafts → Findings: put in printing order, numbered, worded. The only place where findings get their sentences.

import { addressText, parseAddress } from "../model/cell-address.js";
import type { Question } from "../model/explanation.js";
import { comparePlaces, type Finding, type FindingDraft, type FindingText, fillIn } from "../model/finding.js";
import { fileName } from "../model/submission.js";

/**
 * Words every draft. Besides its own values a sentence may use `tệp`, `sheet`, `ô`, `cột`, `giá trị` and `n`, which
 * follow from the draft's place and figure. A cause that is not among the drafts is left out. `translate` puts the
 * program's own words among the values into the language of `texts`.
 *
 * @throws Error where a code or variant has no words in the catalogue: our mistake
 */
export function wordFindings(
  drafts: readonly FindingDraft[],
  texts: ReadonlyMap<string, FindingText>,
  translate: (text: string) => string = asItIs,
): readonly Finding[] {
  const sorted = [...drafts].sort(comparePlaces);
  const ids = new Map(sorted.map((draft, index) => [draft, `F${String(index + 1).padStart(4, "0")}`]));
  return sorted.map((draft) => word(draft, { texts, ids, translate }));
}

const asItIs = (text: string): string => text;

interface Wording {
  readonly texts: ReadonlyMap<string, FindingText>;
  readonly ids: ReadonlyMap<FindingDraft, string>;
  readonly translate: (text: string) => string;
}

function word(draft: FindingDraft, { texts, ids, translate }: Wording): Finding {
  const text = textOf(draft, texts);
  // What was typed is quoted as typed.
  const stated = [...draft.values].map(
    ([name, value]) => [name, value === draft.found ? value : translate(value)] as const,
  );
  const given = new Map([...standingValues(draft), ...stated]);
  return {
    id: ids.get(draft) ?? "",
    code: draft.code,
    severity: text.severity,
    place: draft.place,
    unit: draft.unit,
    unitName: draft.unitName,
    field: draft.field,
    label: draft.label,
    found: draft.found,
    expected: draft.expected,
    difference: draft.difference,
    message: fillIn(text.message, given),
    why: fillIn(text.why, given),
    fix: fillIn(text.fix, given),
    rule: draft.rule,
    question: questionOf(draft),
    cause: draft.cause === undefined ? undefined : ids.get(draft.cause),
  };
}

/** Names of values that say where something stands: it may move while the figures stay. */
const PLACE_WORDS: ReadonlySet<string> = new Set(["tệp", "sheet", "ô", "n", "cột", "ô kia"]);

/** What the draft asks about; unit and period are the file's own where the draft names none. */
function questionOf(draft: FindingDraft): Question {
  const { code, variant, rule, unit = "", field = "", found, asks } = draft;
  const figures = [...draft.values]
    .filter(([name, text]) => !PLACE_WORDS.has(name) && text !== found && /\d/.test(text) && !isPlace(text))
    .map(([, text]) => text);
  if (asks !== undefined) return { rule: rule ?? code, unit, period: "", field, value: asks };
  const value = [...(found === undefined || found === "" ? [] : [found]), ...figures].join("; ");
  return { rule: rule ?? (variant === undefined ? code : `${code}/${variant}`), unit, period: "", field, value };
}

function isPlace(text: string): boolean {
  return text.split(", ").every((part) => parseAddress(part) !== undefined);
}

function textOf(draft: FindingDraft, texts: ReadonlyMap<string, FindingText>): FindingText {
  const key = draft.variant === undefined ? draft.code : `${draft.code}/${draft.variant}`;
  const text = texts.get(key);
  if (text === undefined) throw new Error(`finding ${key} has no words in the catalogue`);
  return text;
}

/** What every sentence may say about the place; a draft's own values come before these. */
function standingValues({ place, label, found }: FindingDraft): readonly (readonly [string, string])[] {
  const { file, sheet, cell } = place;
  const all: readonly (readonly [string, string | undefined])[] = [
    ["tệp", fileName(file)],
    ["sheet", sheet],
    ["ô", cell === undefined ? undefined : addressText(cell)],
    ["n", cell === undefined ? undefined : String(cell.row)],
    ["cột", label],
    ["giá trị", found],
  ];
  return all.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
}
