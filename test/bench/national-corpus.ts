// A national month as commune workbooks, and seven years of province workbooks: invented, seeded, in a folder of the
// caller's choice. Sheets are those of the cluster's corpus, printed in full.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { communeSender } from "../../fixtures/cum-4-2022/build.js";
import { CUT_OFF } from "../../fixtures/kit/cluster-2022.js";
import { type CommuneReport, inventBranches, inventCover, inventFund } from "../../fixtures/kit/commune-figures.js";
import { provinceBooks } from "../../fixtures/kit/province-over-time.js";
import { type Chance, chance } from "../../fixtures/kit/random.js";
import { layoutOf } from "../../fixtures/kit/shipped-layout.js";
import { communeBook, type Layout } from "../../fixtures/kit/submission-book.js";
import { writeBook } from "../../fixtures/kit/write-book.js";
import type { Catalogue } from "../../src/model/catalogue.js";
import { type OrgTree, treeAt } from "../../src/model/org-tree.js";
import type { Unit } from "../../src/model/unit.js";
import { printedRatios } from "./generate.js";

/** Files of the smaller run that the national one is held against. */
const CLUSTER_FILES = 1_522;
export const CLUSTER = "cum-do";

export interface NationalCorpus {
  readonly files: readonly string[];
  /** Those of whole provinces, nearest to 1.522, which are declared a cluster. */
  readonly clusterFiles: readonly string[];
  /** khuyenhoc.yaml that declares that cluster. */
  readonly config: string;
  readonly branchRows: number;
  readonly megabytes: number;
}

/** Writes one workbook per commune of the list of 10/2022, a folder per province; about 31 branches each. */
export async function generateNation(folder: string, catalogue: Catalogue): Promise<NationalCorpus> {
  const layout = { ...layoutOf(catalogue), printedRatios: printedRatios(catalogue) };
  const tree = treeAt(catalogue.register, CUT_OFF);
  const files: string[] = [];
  const members: string[] = [];
  let cluster = 0;
  let branchRows = 0;
  let bytes = 0;
  for (const [index, province] of provincesOf(tree).entries()) {
    const home = join(folder, "bai-nop", province.code);
    mkdirSync(home, { recursive: true });
    const luck = chance(10_600 + index);
    for (const unit of tree.reportersTo(province.key)) {
      const report = inventCommune(unit, { province, tree }, luck);
      const written = await writeBook(communeBook(report, communeSender(report), layout));
      const path = join(home, `${unit.code}.xlsx`);
      writeFileSync(path, written);
      files.push(path);
      branchRows += report.branches.length;
      bytes += written.length;
    }
    if (Math.abs(files.length - CLUSTER_FILES) <= Math.abs(cluster - CLUSTER_FILES)) {
      cluster = files.length;
      members.push(province.code);
    }
  }
  const config = declareCluster(folder, members);
  return { files, clusterFiles: files.slice(0, cluster), config, branchRows, megabytes: bytes / 2 ** 20 };
}

const YEARS = [2018, 2019, 2020, 2021, 2022, 2023, 2024] as const;

/** A workbook a year for each province, in a folder a year; gives the folders. */
export async function generateYears(folder: string, catalogue: Catalogue): Promise<readonly string[]> {
  const layout: Layout = layoutOf(catalogue);
  const provinces = provincesOf(treeAt(catalogue.register, "2024-12-31"));
  for (const [index, { code }] of provinces.entries()) {
    const periods = YEARS.map((year, step) => ({
      file: String(year),
      words: `Năm ${year}`,
      asOf: `${year}-12-31` as const,
      months: 12,
      members: 200_000 + 4_000 * step,
      branches: 4_000 + 20 * step,
      raised: 20_000_000_000 + 1_000_000_000 * step,
      families: 0.55 + 0.02 * step,
      citizens: year < 2022 ? undefined : 0.1 * (year - 2021),
    }));
    const series = { code, population: 1_500_000, seed: 490 + index, periods };
    for (const [year, book] of provinceBooks(series, catalogue.register, layout)) {
      mkdirSync(join(folder, "nam", year), { recursive: true });
      writeFileSync(join(folder, "nam", year, `${code}.xlsx`), await writeBook(book));
    }
  }
  return YEARS.map((year) => join(folder, "nam", String(year)));
}

function provincesOf(tree: OrgTree): readonly Unit[] {
  return [...tree.units()].filter(({ level }) => level === "province");
}

function inventCommune(
  unit: Unit,
  { province, tree }: { readonly province: Unit; readonly tree: OrgTree },
  luck: Chance,
): CommuneReport {
  const population = luck.between(3_000, 14_000);
  const targets = {
    branches: luck.between(25, 38),
    members: Math.floor(population * (0.12 + luck.next() * 0.15)),
    raised: luck.between(40_000, 400_000) * 1000,
    population,
  };
  const branches = inventBranches(targets, luck);
  const ownFund = new Map<string, number>();
  inventFund(ownFund, luck.between(5_000, 40_000) * 1000, luck);
  return {
    code: unit.code,
    name: unit.name,
    provinceName: province.name,
    districtName: tree.parentOf(unit.key)?.name ?? "",
    cover: inventCover(population, branches, luck),
    branches,
    ownFund,
  };
}

function declareCluster(folder: string, members: readonly string[]): string {
  const list = members.map((code) => `"${code}"`).join(", ");
  const text = `- id: ${CLUSTER}\n  name: Cụm để đo\n  level: province\n  until: 2025-07-01\n  members: [${list}]\n  source: số liệu tạo ra để đo\n`;
  mkdirSync(join(folder, "khai-bao/groupings"), { recursive: true });
  writeFileSync(join(folder, "khai-bao/groupings/cum-do.yaml"), text);
  writeFileSync(join(folder, "khuyenhoc.yaml"), "khai-bao: khai-bao\n");
  return join(folder, "khuyenhoc.yaml");
}
