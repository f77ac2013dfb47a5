// The register as it is shipped, loaded from the catalogue's own files; and files made up by a test beside it.

import { readFileSync } from "node:fs";
import type { DeclarationFile } from "../../src/catalogue/declaration-file.js";
import { loadRegister, type RegisterFiles } from "../../src/catalogue/load-register.js";
import type { Register } from "../../src/model/register.js";

/** A declaration file with a test's own text. */
export function declared(path: string, text: string): DeclarationFile {
  return { path, shownPath: path, text };
}

/** A declaration file of the shipped catalogue. */
function shipped(path: string): DeclarationFile {
  return declared(path, readFileSync(new URL(`../../src/catalogue/${path}`, import.meta.url), "utf8"));
}

/** The shipped register, with an office's own files after the shipped ones. */
export function shippedRegister(own: Partial<RegisterFiles> = {}): Register {
  return loadRegister({
    units: [shipped("units/units.csv"), ...(own.units ?? [])],
    successions: [shipped("units/successions.csv"), ...(own.successions ?? [])],
    associations: [shipped("units/to-chuc-hoi.csv"), ...(own.associations ?? [])],
    groupings: [shipped("groupings/cum-thi-dua.yaml"), ...(own.groupings ?? [])],
  });
}
