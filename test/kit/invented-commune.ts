// Reports of real communes with invented, coherent figures, and their workbooks as the commune's office would send them.

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { communeSender } from "../../fixtures/cum-4-2022/build.js";
import type { Book } from "../../fixtures/kit/book.js";
import { type CommuneReport, inventBranches, inventCover, inventFund } from "../../fixtures/kit/commune-figures.js";
import type { Chance } from "../../fixtures/kit/random.js";
import { communeBook, type Layout, type Sender } from "../../fixtures/kit/submission-book.js";
import { writeBook } from "../../fixtures/kit/write-book.js";
import type { OrgTree } from "../../src/model/org-tree.js";
import type { Unit } from "../../src/model/unit.js";

/** A commune of three to six branches with its own fund. */
export function inventedCommune(unit: Unit, tree: OrgTree, luck: Chance): CommuneReport {
  const population = luck.between(2_000, 9_000);
  const members = Math.floor(population * (0.1 + luck.next() * 0.2));
  const raised = luck.between(20_000, 90_000) * 1000;
  const branches = inventBranches({ branches: luck.between(3, 6), members, raised, population }, luck);
  const ownFund = new Map<string, number>();
  inventFund(ownFund, luck.between(5_000, 40_000) * 1000, luck);
  const above = tree.parentOf(unit.key);
  const province = above?.level === "district" ? tree.parentOf(above.key) : above;
  return {
    code: unit.code,
    name: unit.name,
    provinceName: province?.name ?? "",
    districtName: above?.level === "district" ? above.name : "",
    cover: inventCover(population, branches, luck),
    branches,
    ownFund,
  };
}

/** The commune's workbook for the year 2022, with other words on its cover where `identity` gives them. */
export function bookOf(report: CommuneReport, layout: Layout, identity: CoverWords = {}): Book {
  return communeBook(report, communeSenderOf(report, identity), layout);
}

/** The commune as a sender, with other words on its cover where `identity` gives them. */
export function communeSenderOf(report: CommuneReport, identity: CoverWords): Sender {
  return senderWith(communeSender(report), identity);
}

/** Words of a cover by identity field; amounts are written in the unit that `moneyUnit` says. */
export type CoverWords = Readonly<Record<string, string | number>>;

const DONG = new Map([
  ["đồng", 1],
  ["nghìn đồng", 1_000],
  ["triệu đồng", 1_000_000],
]);

/** A sender whose cover says something else. */
export function senderWith(sender: Sender, words: CoverWords): Sender {
  const identity = new Map([...sender.identity, ...Object.entries(words)]);
  const moneyUnit = String(identity.get("moneyUnit"));
  return { ...sender, identity, moneyUnit, moneyFactor: DONG.get(moneyUnit) ?? sender.moneyFactor };
}

/** Writes a workbook below a folder; gives its path with `/` between folders. */
export async function sendBook(folder: string, name: string, book: Book): Promise<string> {
  return sendBytes(folder, name, await writeBook(book));
}

/** Writes any file below a folder; gives its path. */
export function sendBytes(folder: string, name: string, bytes: Uint8Array | string): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  return path;
}
