// Files as they are written: whole or not at all.

import { randomBytes } from "node:crypto";
import { constants, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { link, open, rename, rm } from "node:fs/promises";
import { basename, dirname, join, resolve, sep } from "node:path";
import { entriesOf, infoOf } from "./find-files.js";
import { systemCode } from "./system-code.js";

/** Keeps bytes beside others of their kind; not flushed to the disk, because a torn file is known by its hash. */
export function keepBytes(path: string, bytes: Uint8Array): void {
  const draft = `${path}.${randomBytes(6).toString("hex")}.tmp`;
  try {
    makeFolders(dirname(path));
    writeFileSync(draft, bytes);
    renameSync(draft, path);
  } catch (fault) {
    if (systemCode(fault) === "") throw fault;
    if (infoOf(draft) !== undefined) rmSync(draft, { force: true });
  }
}

/** A folder and those it lies in, where they lack. Node's own way never ends where the system lets nobody make any (/proc). */
export function makeFolders(path: string): void {
  if (infoOf(path)?.isDirectory() === true) return;
  if (dirname(path) !== path) makeFolders(dirname(path));
  try {
    mkdirSync(path);
  } catch (fault) {
    // Another run may have been quicker.
    if (infoOf(path)?.isDirectory() !== true) throw fault;
  }
}

/** Takes away what lies beside a folder and is called like it: hexadecimal digits, as many. */
export async function dropSiblings(folder: string): Promise<void> {
  const own = basename(folder);
  const above = dirname(folder);
  const beside = infoOf(above)?.isDirectory() === true ? (entriesOf(above) ?? []) : [];
  const others = beside.filter(({ name }) => name !== own && name.length === own.length && /^[0-9a-f]+$/.test(name));
  for (const { name } of others) await rm(join(above, name), { recursive: true, force: true });
}

/** Tried with a file of its own, which is taken away again: what the system says of rights is not to be relied on. */
export async function canWrite(folder: string): Promise<boolean> {
  const trial = join(folder, `.khuyenhoc.${randomBytes(6).toString("hex")}.tmp`);
  try {
    await (await open(trial, "wx")).close();
    await rm(trial, { force: true });
    return true;
  } catch (fault) {
    if (systemCode(fault) === "") throw fault;
    return false;
  }
}

async function writeWhole(path: string, bytes: Uint8Array, into: typeof settle): Promise<string> {
  const target = resolve(path);
  makeFolders(dirname(target));
  const draft = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString("hex")}.tmp`);
  try {
    const handle = await open(draft, "wx");
    await handle.writeFile(bytes);
    await handle.sync();
    await handle.close();
    return await into(draft, target);
  } catch (fault) {
    await rm(draft, { force: true });
    throw fault;
  }
}

/** The bytes at their target, or beside it where another program holds it open. Gives the path written. */
export function writeFile(path: string, bytes: Uint8Array): Promise<string> {
  return writeWhole(path, bytes, settle);
}

/** The bytes at their target alone. */
export async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  await writeWhole(path, bytes, replaceTarget);
}

/** One write at the end of the file, wherever that is by then: the system lets no other write in between. */
export async function appendText(path: string, text: string, heading: string): Promise<void> {
  const target = resolve(path);
  if (infoOf(target) === undefined) await writeWhole(target, Buffer.from(heading), beginTarget);
  const handle = await open(target, constants.O_WRONLY | constants.O_APPEND);
  try {
    const { size } = await handle.stat();
    await handle.writeFile(size === 0 ? heading + text : text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The draft as the target, unless somebody was quicker. */
async function beginTarget(draft: string, target: string): Promise<string> {
  try {
    await link(draft, target);
  } catch (fault) {
    if (systemCode(fault) === "") throw fault;
    if (infoOf(target) === undefined) await rename(draft, target);
  }
  await rm(draft, { force: true });
  return target;
}

async function replaceTarget(draft: string, target: string): Promise<string> {
  await rename(draft, target);
  return target;
}

/** Renames the draft to its target; a target that is held open (or read-only) is left, and a numbered sibling is taken. */
async function settle(draft: string, target: string): Promise<string> {
  for (let number = 1; number < 100; number++) {
    const candidate = number === 1 ? target : numbered(target, number);
    if (number > 1 && infoOf(candidate) !== undefined) continue;
    try {
      await rename(draft, candidate);
      return candidate;
    } catch (fault) {
      if (!isHeldOpen(fault) || number === 99) throw fault;
    }
  }
  return target;
}

function numbered(path: string, number: number): string {
  const dot = path.lastIndexOf(".");
  return dot > path.lastIndexOf(sep) ? `${path.slice(0, dot)} (${number})${path.slice(dot)}` : `${path} (${number})`;
}

/** Windows refuses to rename over a file that another program holds open. */
function isHeldOpen(fault: unknown): boolean {
  return ["EBUSY", "EPERM", "EACCES"].includes(systemCode(fault));
}
