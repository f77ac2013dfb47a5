// Processes under measurement. Each is plain JavaScript in a process of its own; the loader of the bench stays outside.

import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { BlankFormsReport } from "./blank-forms.js";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const COMPILED = join(ROOT, "test/bench/dist/test/bench/task.js");
const ONE_FILE = join(ROOT, "fixtures/tinh-quang-tri-2022/bai-nop/19441-huong-phung.xlsx");

/** What a task says of itself. */
export interface TaskReport {
  readonly milliseconds: number;
  readonly cpuMilliseconds: number;
  readonly aside: number;
  readonly files: number;
  readonly peakMegabytes: number;
}

export interface Measured {
  /** The work alone, as the process timed it. */
  readonly milliseconds: number;
  readonly cpuMilliseconds: number;
  /** The process from start to end, without what it was given. */
  readonly wholeMilliseconds: number;
  readonly files: number;
  readonly peakMegabytes: number;
}

/** Compiles the tasks, with the program's own settings, to JavaScript beside them. */
export function compileTasks(): void {
  const compiler = join(ROOT, "node_modules/typescript/bin/tsc");
  const child = spawnSync(process.execPath, [compiler, "-p", join(ROOT, "test/bench/tsconfig.json")], {
    encoding: "utf8",
  });
  if (child.status !== 0) throw new Error(`${child.stdout}${child.stderr}`);
}

/** One task over the files of a list, or over an evenly spread sample of them. */
export function task(name: string, list: string, sample = 0): Measured {
  const started = performance.now();
  const child = spawnSync(process.execPath, [COMPILED, name, list, String(sample)], { encoding: "utf8" });
  const whole = performance.now() - started;
  if (child.status !== 0) throw new Error(child.stderr);
  const { aside, ...own }: TaskReport = JSON.parse(child.stdout);
  return { ...own, wholeMilliseconds: whole - aside };
}

/** Blank forms for 1.522 communes, in a process of their own. */
export function blankForms(): BlankFormsReport {
  const program = join(ROOT, "test/bench/dist/test/bench/blank-forms.js");
  const child = spawnSync(process.execPath, [program], { encoding: "utf8" });
  if (child.status !== 0) throw new Error(child.stderr);
  return JSON.parse(child.stdout);
}

/** The command itself over files or a folder. */
export function aggregateRun(
  paths: readonly string[],
  folder: string,
  out: string,
): Omit<Measured, "milliseconds" | "cpuMilliseconds"> {
  const config = join(ROOT, "fixtures/cum-4-2022/khuyenhoc.yaml");
  const run = commandRun(["aggregate", ...paths, "--unit", "cum-4", "--out", out, "--config", config], folder);
  return { wholeMilliseconds: run.milliseconds, files: paths.length, peakMegabytes: run.peakMegabytes };
}

/** What a command took; processor time is less troubled by what else the machine does. */
export interface CommandRun {
  readonly milliseconds: number;
  /** Of all threads. */
  readonly cpuMilliseconds: number;
  readonly peakMegabytes: number;
}

/** A command from start to end; processor time and peak memory as the process saw them at its end. */
export function commandRun(argv: readonly string[], folder: string): CommandRun {
  const usage = join(folder, "usage.json");
  const atExit = `import{writeFileSync}from"node:fs";process.on("exit",()=>writeFileSync(${JSON.stringify(usage)},JSON.stringify(process.resourceUsage())))`;
  const watch = `data:text/javascript,${encodeURIComponent(atExit)}`;
  const started = performance.now();
  const child = spawnSync(process.execPath, ["--import", watch, join(ROOT, "bin/khuyenhoc.js"), ...argv], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, SOURCE_DATE_EPOCH: "1669766400" },
    maxBuffer: 1 << 28,
  });
  const milliseconds = performance.now() - started;
  if (child.status !== 0 && child.status !== 1) throw new Error(`${child.stdout.slice(-2000)}\n${child.stderr}`);
  const { userCPUTime, systemCPUTime, maxRSS }: NodeJS.ResourceUsage = JSON.parse(readFileSync(usage, "utf8"));
  return { milliseconds, cpuMilliseconds: (userCPUTime + systemCPUTime) / 1000, peakMegabytes: maxRSS / 1024 };
}

/** Start-up with all declarations loaded: a run over one file. */
export function startUp(folder: string): number {
  return wholeTime([join(ROOT, "bin/khuyenhoc.js"), "validate", ONE_FILE], folder);
}

/** `--version` against an empty node process, in turn. */
export function versionRatios(folder: string): readonly number[] {
  const empty = join(folder, "empty.mjs");
  writeFileSync(empty, "");
  const version = [join(ROOT, "bin/khuyenhoc.js"), "--version"];
  return Array.from({ length: 15 }, () => wholeTime(version, folder) / wholeTime([empty], folder));
}

function wholeTime(args: readonly string[], folder: string): number {
  const started = performance.now();
  spawnSync(process.execPath, args, { cwd: folder });
  return performance.now() - started;
}
