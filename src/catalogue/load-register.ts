// units.csv, successions.csv, to-chuc-hoi.csv, ten-da-ghi-nho.csv, chia-don-vi.csv and the groupings → Register. A row that is
// wrong or does not fit the others is refused with file and line, before any workbook is opened.

import { createRegister, indexUnits, type Register, type UnitIndex } from "../model/register.js";
import { rememberedKey } from "../model/remembered-name.js";
import type { Succession } from "../model/unit.js";
import { whenAsked } from "../model/when-asked.js";
import type { DeclarationFile } from "./declaration-file.js";
import { checkUnits } from "./register-checks.js";
import { joinFiles } from "./register-csv.js";
import { registerDivisions } from "./register-divisions.js";
import { checkGroupings, registerGroupings } from "./register-groupings.js";
import { registerAssociations, registerSuccessions } from "./register-links.js";
import { registerUnits } from "./register-units.js";
import { registerRemembered } from "./remembered-names.js";

/** The register's files by kind, the shipped ones first, then an office's own. */
export interface RegisterFiles {
  readonly units: readonly DeclarationFile[];
  readonly successions: readonly DeclarationFile[];
  readonly associations: readonly DeclarationFile[];
  readonly groupings: readonly DeclarationFile[];
  readonly remembered?: readonly DeclarationFile[];
  readonly divisions?: readonly DeclarationFile[];
}

/**
 * Whether successions are read at once, or when a run first asks for them, as few do. Units that replace others have them
 * read at once in any case: a succession need not fit the new ones.
 */
export type LinkReading = "at-once" | "when-asked";

/**
 * Loads the register. Rows of later files add to the earlier ones, or replace the row with the same key: units by
 * `code@from`, successions by old and next unit, associations by unit and founding day, remembered names by parent and
 * name, divisions by old and next unit, groupings by id.
 *
 * @param links `when-asked` only where all successions are shipped ones, which the tests hold to be right: a wrong row of
 *   an office's own is refused before any workbook is opened
 * @throws UsageError `declaration`: file, line, reason; the hint says what is allowed
 */
export function loadRegister(files: RegisterFiles, links: LinkReading = "at-once"): Register {
  const unitFiles = files.units.map(registerUnits);
  const units = joinFiles(unitFiles, (unit) => unit.key);
  const index = indexUnits(units);
  checkUnits(units, index, unitFiles);
  const successions = whenAsked(() => joinedSuccessions(files.successions, index));
  const isReplaced = units.length < unitFiles.reduce((sum, { values }) => sum + values.length, 0);
  if (links === "at-once" || isReplaced) successions();
  const associationFiles = files.associations.map((file) => registerAssociations(file, index));
  const rememberedFiles = (files.remembered ?? []).map((file) => registerRemembered(file, index));
  const divisionFiles = files.divisions ?? [];
  const divisions =
    divisionFiles.length === 0 ? [] : registerDivisions(divisionFiles, { units: index, successions: successions() });
  const groupings = registerGroupings(files.groupings);
  checkGroupings(groupings, index);
  return createRegister(
    {
      units,
      get successions() {
        return successions();
      },
      associations: joinFiles(associationFiles, (row) => `${row.unit} ${row.founded ?? ""}`.trim()),
      remembered: joinFiles(rememberedFiles, (row) => `${row.parent} ${rememberedKey(row.name)}`),
      divisions,
      groupings: groupings.map(({ value }) => value),
    },
    index,
  );
}

function joinedSuccessions(files: readonly DeclarationFile[], index: UnitIndex): readonly Succession[] {
  const parts = files.map((file) => registerSuccessions(file, index));
  return joinFiles(parts, (row) => `${row.old} → ${row.next}`);
}
