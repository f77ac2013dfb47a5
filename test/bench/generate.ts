// The bench's corpus: one cluster month as commune workbooks, 1.522 of them with 47.682 branch rows, in a folder of
// the caller's choice. Seeded: the same files on every machine.

import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { communeSender } from "../../fixtures/cum-4-2022/build.js";
import { catalogueWithFolder } from "../../fixtures/kit/catalogue.js";
import { inventCluster } from "../../fixtures/kit/cluster-2022.js";
import { layoutOf } from "../../fixtures/kit/shipped-layout.js";
import { communeBook } from "../../fixtures/kit/submission-book.js";
import { writeBook } from "../../fixtures/kit/write-book.js";
import type { Catalogue } from "../../src/model/catalogue.js";
import type { Indicator } from "../../src/model/indicator.js";

const DECLARATIONS = fileURLToPath(new URL("../../fixtures/cum-4-2022/khai-bao", import.meta.url));

export interface Corpus {
  readonly files: readonly string[];
  readonly branchRows: number;
  readonly filledCells: number;
  readonly bytes: number;
}

/** Writes one workbook per commune and attached association below `folder`, a folder per province. */
export async function generateCorpus(folder: string): Promise<Corpus> {
  const catalogue = catalogueWithFolder(DECLARATIONS);
  const layout = { ...layoutOf(catalogue), printedRatios: printedRatios(catalogue) };
  const files: string[] = [];
  let branchRows = 0;
  let filledCells = 0;
  let bytes = 0;
  for (const province of inventCluster(catalogue.register)) {
    mkdirSync(`${folder}/${province.unit.code}`, { recursive: true });
    for (const commune of [...province.communes, ...province.attached]) {
      const book = communeBook(commune, communeSender(commune), layout);
      const written = await writeBook(book);
      const path = `${folder}/${province.unit.code}/${commune.code.replace(":", "-")}.xlsx`;
      writeFileSync(path, written);
      files.push(path);
      branchRows += commune.branches.length;
      bytes += written.length;
      for (const sheet of book.sheets) {
        const cells =
          sheet.kind === "cover" ? sheet.pairs : [...sheet.rows, ...sheet.columns.map((column) => column.tiers)];
        filledCells += cells.flat().filter((cell) => cell !== null && cell !== "").length;
      }
    }
  }
  return { files, branchRows, filledCells, bytes };
}

/** Every percent: sheets are printed in full, with their check columns and room for notes. */
export function printedRatios({ indicators }: Catalogue): ReadonlyMap<string, NonNullable<Indicator["ratio"]>> {
  return new Map([...indicators].flatMap(([code, { ratio }]) => (ratio === undefined ? [] : [[code, ratio] as const])));
}
