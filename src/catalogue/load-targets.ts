// targets/*.yaml → targets. A document is one entry with its targets; an office's own document adds, one with a known
// id replaces.

import * as z from "zod";
import type { Indicator } from "../model/indicator.js";
import type { Register } from "../model/register.js";
import type { Target } from "../model/target.js";
import type { DeclarationFile } from "./declaration-file.js";
import { allowedIds, entriesById } from "./declared-entries.js";
import { ISO_DAY } from "./iso-day.js";
import { type Declared, parseYaml, refuseEntry } from "./parse-yaml.js";

const TEXT = z.string().min(1);
const DOCUMENT = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, { error: "mã văn bản gồm chữ thường không dấu, số và dấu gạch nối." }),
  document: TEXT,
  about: TEXT,
  dated: ISO_DAY,
  /** «national», a unit's code (resolved on the document's date) or key, or the id of a grouping. */
  scope: TEXT,
  source: TEXT,
  targets: z
    .array(
      z.strictObject({
        indicator: TEXT,
        year: z.int().min(2000).max(2100),
        /** As printed: 70 for 70 %. */
        atLeast: z.number().min(0),
        confirmed: z.boolean().optional(),
        note: TEXT.optional(),
      }),
    )
    .min(1),
});
/** The list of documents as a declaration file holds it. */
export const DOCUMENTS = z.array(DOCUMENT);
type DocumentEntry = z.infer<typeof DOCUMENT>;

/** What targets are checked against. */
export interface TargetGround {
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly register: Register;
}

/**
 * Loads the targets of all documents, in declared order.
 *
 * @throws UsageError `declaration` for an unknown indicator or scope, a share above 100 %, one target stated twice
 */
export function loadTargets(
  shipped: readonly DeclarationFile[],
  own: readonly DeclarationFile[],
  ground: TargetGround,
): readonly Target[] {
  const parsed = (file: DeclarationFile) => parseYaml(file, DOCUMENTS);
  const documents = entriesById(shipped.flatMap(parsed), own.flatMap(parsed), ({ id }) => id);
  return [...documents.values()].flatMap((entry) => targetsOf(entry, ground));
}

function targetsOf(entry: Declared<DocumentEntry>, { indicators, register }: TargetGround): readonly Target[] {
  const { document, dated, targets } = entry.value;
  const scope = scopeOf(entry, register);
  const seen = new Set<string>();
  return targets.map(({ indicator: code, year, atLeast, confirmed, note }, index): Target => {
    const path = ["targets", index];
    const indicator = indicators.get(code);
    if (indicator === undefined) {
      const words = { reason: `không có chỉ tiêu «${code}».`, allowed: allowedIds(indicators.keys(), code) };
      refuseEntry(entry, [...path, "indicator"], words);
    }
    const times = indicator.ratio?.times ?? 1;
    if (times === 100 && atLeast > 100) {
      refuseEntry(entry, [...path, "atLeast"], {
        reason: `tỉ lệ ${atLeast} lớn hơn 100 %.`,
        allowed: "Ghi số phần trăm từ 0 đến 100.",
      });
    }
    if (seen.has(`${code} ${year}`)) {
      refuseEntry(entry, path, {
        reason: `«${code}» năm ${year} được ghi hai lần trong một văn bản.`,
        allowed: "Giữ lại một dòng.",
      });
    }
    seen.add(`${code} ${year}`);
    const isConfirmed = confirmed !== false;
    return { indicator: code, year, value: atLeast / times, scope, document, dated, isConfirmed, note: note ?? "" };
  });
}

function scopeOf(entry: Declared<DocumentEntry>, register: Register): string | undefined {
  const { scope, dated } = entry.value;
  if (scope === "national") return undefined;
  const unit = register.byKey(scope) ?? register.at(scope, dated)?.unit;
  if (unit !== undefined) return unit.key;
  if (register.groupings.some(({ id }) => id === scope)) return scope;
  refuseEntry(entry, ["scope"], {
    reason: `không có đơn vị hay cụm «${scope}» vào ngày của văn bản.`,
    allowed: 'Ghi national (cả nước), mã đơn vị như "60", hoặc tên cụm như cum-4.',
  });
}
