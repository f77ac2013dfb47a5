// units.csv, successions.csv, to-chuc-hoi.csv and the groupings → Register. A row that is wrong or does not fit the
// others is refused with file and line, before any workbook is opened.

import { createRegister, indexUnits, type Register } from "../model/register.js";
import type { DeclarationFile } from "./declaration-file.js";
import { checkUnits } from "./register-checks.js";
import { joinFiles } from "./register-csv.js";
import { checkGroupings, registerGroupings } from "./register-groupings.js";
import { registerAssociations, registerSuccessions } from "./register-links.js";
import { registerUnits } from "./register-units.js";

/** The register's files by kind, the shipped ones first, then an office's own. */
export interface RegisterFiles {
  readonly units: readonly DeclarationFile[];
  readonly successions: readonly DeclarationFile[];
  readonly associations: readonly DeclarationFile[];
  readonly groupings: readonly DeclarationFile[];
}

/**
 * Loads the register. Rows of later files add to the earlier ones, or replace the row with the same key: units by
 * `code@from`, successions by old and next unit, associations by unit and founding day, groupings by id.
 *
 * @throws UsageError `declaration`: file, line, reason; the hint says what is allowed
 */
export function loadRegister(files: RegisterFiles): Register {
  const unitFiles = files.units.map(registerUnits);
  const units = joinFiles(unitFiles, (unit) => unit.key);
  const index = indexUnits(units);
  checkUnits(units, index, unitFiles);
  const successionFiles = files.successions.map((file) => registerSuccessions(file, index));
  const associationFiles = files.associations.map((file) => registerAssociations(file, index));
  const groupings = registerGroupings(files.groupings);
  checkGroupings(groupings, index);
  return createRegister(
    {
      units,
      successions: joinFiles(successionFiles, (row) => `${row.old} → ${row.next}`),
      associations: joinFiles(associationFiles, (row) => `${row.unit} ${row.founded ?? ""}`.trim()),
      groupings: groupings.map(({ value }) => value),
    },
    index,
  );
}
