// LibreOffice as a foreign writer, where it is installed.
//
// Its profile must stand in a folder whose path is plain ASCII without blanks: from any other path it falls back to the
// folder above and, after a crash, tidies that one away.

import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

/** Path of the program; undefined where there is none, and tests that need it are skipped. */
export const soffice = (process.env["PATH"] ?? "")
  .split(delimiter)
  .map((folder) => join(folder, "soffice"))
  .find((path) => existsSync(path) && /^[\w./-]+$/.test(tmpdir()));

/** True where it opens Word documents too: its Writer is a package of its own. */
export const hasWriter = soffice !== undefined && existsSync(join(dirname(realpathSync(soffice)), "libswlo.so"));

/**
 * The file saved by LibreOffice in another format; `filter` is its name for it: `xls:MS Excel 97`. `kind` is the ending
 * of what is given.
 */
export function savedBySoffice(bytes: Uint8Array, filter: string, kind = "xlsx"): Buffer {
  const folder = mkdtempSync(join(tmpdir(), "khuyenhoc-"));
  try {
    const [source, target] = [join(folder, `goc.${kind}`), join(folder, "ra")];
    writeFileSync(source, bytes);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
    const given = ["--headless", profile, "--convert-to", filter, "--outdir", target, source];
    execFileSync(soffice ?? "soffice", given, { stdio: "ignore", timeout: 120_000, killSignal: "SIGKILL" });
    return readFileSync(join(target, `goc.${filter.slice(0, filter.indexOf(":"))}`));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
