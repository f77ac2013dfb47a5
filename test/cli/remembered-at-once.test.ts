// Several secretaries confirm names at the same moment: no name is lost, and the list can be read whatever came first.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { runCli } from "../kit/run-cli.js";
import { scratchFolder } from "../kit/scratch-folder.js";

const folder = scratchFolder();
const source = (path: string): string => new URL(`../../src/${path}`, import.meta.url).href;

/** Confirms names one after the other, as fast as it can; the first of them is confirmed by all. */
const SECRETARY = `import { register } from "${import.meta.resolve("tsx/esm/api")}";
  register();
  const { machineEnv } = await import("${source("cli/env.ts")}");
  const { run } = await import("${source("cli/run.ts")}");
  const env = await machineEnv();
  const [config, name, count] = process.argv.slice(1);
  const names = ["Xa cua moi nguoi", ...Array.from({ length: Number(count) }, (_, at) => "Xa " + name + " " + at)];
  process.stdout.write("ready");
  process.stdin.once("data", async () => {
    let worst = 0;
    for (const one of names) {
      const argv = ["units", one, "--unit", "45@2022-10-01", "--remember", "19441", "--config", config];
      worst = Math.max(worst, await run(argv, env));
    }
    process.exit(worst);
  });`;

const SECRETARIES = ["an", "binh", "chi"];
const NAMES = 2;

it("loses no name and writes no broken line", async () => {
  const config = join(folder, "khuyenhoc.yaml");
  mkdirSync(join(folder, "khai-bao"));
  writeFileSync(config, "khai-bao: khai-bao\n");
  const children = SECRETARIES.map((name) =>
    spawn(process.execPath, ["--input-type=module", "--eval", SECRETARY, config, name, String(NAMES)], {
      stdio: ["pipe", "pipe", "inherit"],
    }),
  );
  await Promise.all(children.map((child) => once(child.stdout, "data")));
  const ends = children.map((child) => once(child, "close"));
  for (const child of children) {
    child.stdout.resume();
    child.stdin.end("go");
  }
  const exits = (await Promise.all(ends)).map(([exit]) => exit);
  expect(exits).toEqual(SECRETARIES.map(() => 0));
  const text = readFileSync(join(folder, "khai-bao/units/ten-da-ghi-nho.csv"), "utf8");
  const [heading, ...rows] = text.trim().split("\n");
  expect(heading).toBe("parent,name,unit,since,by");
  const wanted = SECRETARIES.flatMap((name) => Array.from({ length: NAMES }, (_, at) => `Xa ${name} ${at}`));
  expect(new Set(rows.map((row) => row.split(",")[1]))).toEqual(new Set(["Xa cua moi nguoi", ...wanted]));
  const { exit, out } = await runCli(["units", "--check", "--config", config]);
  expect([exit, out]).toEqual([0, expect.stringContaining(`${wanted.length + 1} tên đã ghi nhớ`)]);
}, 60_000);

it("refuses a list in which two persons made different units of one name, with the line", async () => {
  const list = join(folder, "khai-bao/units/ten-da-ghi-nho.csv");
  const good = readFileSync(list, "utf8");
  const lines = good.trim().split("\n").length;
  writeFileSync(list, `${good}45@2022-10-01,xa AN 0,19456@2022-10-01,2022-12-05,\n`);
  const { exit, err } = await runCli(["units", "--check", "--config", join(folder, "khuyenhoc.yaml")]);
  expect([exit, err.replace(/\s+/g, " ")]).toEqual([
    2,
    expect.stringContaining(`dòng ${lines + 1}: «xa AN 0» đã là 19441@2022-10-01 ở`),
  ]);
});
