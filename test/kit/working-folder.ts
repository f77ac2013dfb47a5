// A working folder with a ledger, for a small land of a few communes: reports are sent into it day by day.

import { mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chance } from "../../fixtures/kit/random.js";
import type { Env } from "../../src/cli/env.js";
import { at } from "../../src/model/outcome.js";
import { withCell } from "./book-spot.js";
import { bookOf, inventedCommune, sendBook } from "./invented-commune.js";
import { type CliRun, runCli } from "./run-cli.js";
import { type SmallLand, smallLand } from "./small-land.js";

export interface SentReport {
  /** Place of the commune among the province's. */
  readonly commune: number;
  readonly day: string;
  readonly name?: string;
  /** Figures differ from seed to seed; all of them are coherent. */
  readonly seed?: number;
  readonly revision?: number;
  readonly isFaulty?: boolean;
}

export interface Desk {
  readonly folder: string;
  readonly received: string;
  readonly land: SmallLand;
  /** Writes a commune's workbook into the folder, saved on its day. */
  send(report: SentReport): Promise<string>;
  remove(name: string): void;
  /** Runs a command with the folder's configuration, in the afternoon of a day. */
  run(day: string, argv: readonly string[], changes?: Partial<Env>): Promise<CliRun>;
  /** Texts of the ledger's files by their paths. */
  ledger(): ReadonlyMap<string, string>;
  /** Every line of the ledger, parsed. */
  lines(): readonly Readonly<Record<string, unknown>>[];
}

/** Province 45 with so many communes. */
export function desk(folder: string, communes: number): Desk {
  mkdirSync(folder, { recursive: true });
  const land = smallLand(folder, { 45: communes });
  const received = join(folder, "bai-nop");
  const config = join(folder, "khuyenhoc.yaml");
  const book = join(folder, "so-nhan");
  writeFileSync(config, "so-nhan: so-nhan\n");
  const ledger = (): ReadonlyMap<string, string> =>
    new Map(
      filesBelow(book)
        .filter((path) => path.endsWith(".jsonl"))
        .map((path) => [path, readFileSync(join(book, path), "utf8")]),
    );
  return {
    folder,
    received,
    land,
    ledger,
    send: async ({ commune, day, name, seed = 1, revision = 1, isFaulty = false }) => {
      const unit = at(land.communesOf(at(land.provinces, 0)), commune);
      const sound = bookOf(inventedCommune(unit, land.tree, chance(seed * 100 + commune)), land.layout, { revision });
      const faulty = withCell(sound, { form: "BM01", field: "HV02", row: 0 }, land.layout, -3);
      const path = await sendBook(received, name ?? `xã ${commune}.xlsx`, isFaulty ? faulty : sound);
      const moment = new Date(`${day}T05:00:00Z`);
      utimesSync(path, moment, moment);
      return path;
    },
    remove: (name) => rmSync(join(received, name)),
    run: (day, argv, changes = {}) =>
      runCli([...argv, "--config", config], {
        shippedCatalogue: land.shippedCatalogue,
        now: () => `${day}T09:00:00.000Z`,
        ...changes,
      }),
    lines: () =>
      [...ledger().values()].flatMap((text) =>
        text
          .trim()
          .split("\n")
          .map((line) => JSON.parse(line)),
      ),
  };
}

function filesBelow(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => path.replaceAll("\\", "/"));
  } catch {
    return [];
  }
}
