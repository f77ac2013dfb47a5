// The system refuses at one point of a run, at every point in turn: the run answers in Vietnamese and never falls over, and
// where it was to write, the same line run again does all of it.

import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Env, machineEnv } from "../../src/cli/env.js";
import { UnreadableFile } from "../../src/cli/unreadable-file.js";
import { scratchFolder } from "../kit/scratch-folder.js";
import { expectVietnamese } from "../kit/vietnamese.js";
import { type Desk, desk } from "../kit/working-folder.js";

const folder = scratchFolder();
const machine = await machineEnv();

type Door = "read" | "declarations" | "write" | "replace";

/** The machine, which refuses the call of a door at a place; `calls` says how many there were. */
function refusing(door: Door, place: number, code: string) {
  const seen = { calls: 0 };
  const refused = async (...given: readonly unknown[]): Promise<unknown> => {
    seen.calls += 1;
    if (seen.calls === place) {
      const fault = Object.assign(new Error("refused"), { code });
      throw door === "read" || door === "declarations" ? new UnreadableFile(String(given[0]), fault) : fault;
    }
    return Reflect.apply(machine[door], machine, given);
  };
  const changes: Partial<Env> = { [door]: refused };
  return { seen, changes };
}

/** A sound report and one that is sent back, in a folder with a ledger. */
async function busyDesk(name: string): Promise<Desk> {
  const one = desk(join(folder, name), 2);
  await one.send({ commune: 0, day: "2022-12-01" });
  await one.send({ commune: 1, day: "2022-12-01", isFaulty: true });
  return one;
}

const LINES: Readonly<Record<string, (one: Desk) => readonly string[]>> = {
  validate: ({ folder: home, received }) => ["validate", received, "--out", join(home, "trả lại"), "--annotate"],
  aggregate: ({ folder: home, received }) => ["aggregate", received, "--unit", "45", "--out", join(home, "t.xlsx")],
  backup: ({ folder: home }) => ["backup", "--out", join(home, "sao lưu.zip")],
};
const LEFT_BEHIND = ["so-nhan", "trả lại", "t.xlsx", "sao lưu.zip"];

describe.each(Object.keys(LINES))("%s", (name) => {
  it.each([
    ["read", "EACCES"],
    ["declarations", "EIO"],
    ["write", "ENOSPC"],
    ["replace", "EROFS"],
  ] as const)("is refused at every %s in turn", async (door, code) => {
    const one = await busyDesk(`${name} ${door}`);
    const argv = LINES[name]?.(one) ?? [];
    const whole = await one.run("2022-12-02", argv);
    expect([0, 1]).toContain(whole.exit);
    for (let place = 1; ; place += 1) {
      for (const left of LEFT_BEHIND) rmSync(join(one.folder, left), { recursive: true, force: true });
      const { seen, changes } = refusing(door, place, code);
      const ran = await one.run("2022-12-02", argv, changes);
      if (seen.calls < place) break;
      expect([0, 1, 2, 3], `${door} ${place}: ${ran.err}`).toContain(ran.exit);
      expectVietnamese(ran);
      if (door === "read" || door === "declarations") continue;
      const again = await one.run("2022-12-02", argv);
      expect([again.exit, again.out], `${door} ${place}, run again`).toEqual([whole.exit, whole.out]);
    }
  });
});
