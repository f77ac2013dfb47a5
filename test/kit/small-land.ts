// A shipped catalogue of a few real units: whole provinces cut down to their first communes, as the list of 10/2022 has
// them. What a run costs is then the test's own files, and an area can be complete. Everything else is as shipped.

import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { declarationsIn } from "../../fixtures/kit/catalogue.js";
import { CUT_OFF } from "../../fixtures/kit/cluster-2022.js";
import { layoutOf } from "../../fixtures/kit/shipped-layout.js";
import type { Layout } from "../../fixtures/kit/submission-book.js";
import { loadCatalogue } from "../../src/catalogue/load-catalogue.js";
import { type OrgTree, treeAt } from "../../src/model/org-tree.js";
import type { Unit } from "../../src/model/unit.js";

const SHIPPED = fileURLToPath(new URL("../../src/catalogue", import.meta.url));
/** Units that are in force from one day to the other; those that changed between have successors, which are left out. */
const LIST_DAY = "2022-10-01";
const LIST_END = "2025-07-01";

export interface SmallLand {
  /** To be given to `runCli` and `runReport` as `shippedCatalogue`. */
  readonly shippedCatalogue: string;
  readonly tree: OrgTree;
  readonly layout: Layout;
  /** In the order they were asked for. */
  readonly provinces: readonly Unit[];
  /** The grassroots units of a province. */
  communesOf(province: Unit): readonly Unit[];
}

/**
 * Provinces by code, each with so many communes; «cum-4» holds those of `cluster`.
 *
 * @param folder where the catalogue is written, below `danh-muc`
 */
export function smallLand(
  folder: string,
  communes: Readonly<Record<string, number>>,
  cluster: readonly string[] = Object.keys(communes),
): SmallLand {
  const target = join(folder, "danh-muc");
  cpSync(SHIPPED, target, { recursive: true });
  const codes = Object.keys(communes).sort();
  const full = readFileSync(join(SHIPPED, "units/units.csv"), "utf8");
  writeFileSync(join(target, "units/units.csv"), fewUnits(full, communes));
  writeFileSync(join(target, "units/successions.csv"), "old,next,extent,source\n");
  writeFileSync(join(target, "groupings/cum-thi-dua.yaml"), grouping(cluster));
  const catalogue = loadCatalogue(declarationsIn(target), []);
  const tree = treeAt(catalogue.register, CUT_OFF);
  return {
    shippedCatalogue: target,
    tree,
    layout: layoutOf(catalogue),
    provinces: codes.flatMap((code) => tree.byCode(code) ?? []),
    communesOf: (province) => tree.reportersTo(province.key),
  };
}

/** The rows of the list that are the nation, the provinces, their first communes and those communes' districts. */
function fewUnits(csv: string, communes: Readonly<Record<string, number>>): string {
  const [heading = "", ...lines] = csv.split("\n");
  const rows = lines
    .map((line) => line.split(","))
    .filter((row) => row[1] === LIST_DAY && (row[3] === "" || row[3] === LIST_END));
  const provinceOf = new Map(rows.filter((row) => row[6] === "district").map((row) => [row[0], row[7]]));
  const left = new Map(Object.entries(communes));
  const kept = rows.filter((row) => {
    if (row[6] !== "commune") return false;
    const province = provinceOf.get(row[7]) ?? "";
    const count = left.get(province) ?? 0;
    left.set(province, count - 1);
    return count > 0;
  });
  const districts = new Set(kept.map((row) => row[7]));
  const above = rows.filter(
    (row) => row[0] === "VN" || left.has(row[0] ?? "") || (row[6] === "district" && districts.has(row[0])),
  );
  return [heading, ...[...above, ...kept].map((row) => row.join(",")), ""].join("\n");
}

function grouping(members: readonly string[]): string {
  const list = members.map((code) => `"${code}"`).join(", ");
  return `- id: cum-4\n  name: Cụm thi đua số 4 (Bắc miền Trung)\n  level: province\n  until: ${LIST_END}\n  members: [${list}]\n  source: kiểm thử\n`;
}
