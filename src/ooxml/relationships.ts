// Which part of a package points to which. Targets are names of parts, resolved as text; they never reach a disk.

import type { Limits } from "./limits.js";
import { nameKey } from "./name-key.js";
import { END, OPEN, XmlScanner } from "./xml-scanner.js";
import { attributeText } from "./xml-text.js";
import type { ZipPackage } from "./zip-package.js";

export interface Relationship {
  readonly id: string;
  /** Last word of the type: `worksheet`, `styles`; the same in transitional and strict packages. */
  readonly type: string;
  /** Name of the part it leads to; undefined for a place outside the package. */
  readonly target: string | undefined;
}

const RELATIONSHIP = nameKey("Relationship");
const ID = nameKey("Id");
const TYPE = nameKey("Type");
const TARGET = nameKey("Target");
const TARGET_MODE = nameKey("TargetMode");

/** What `part` points to, in the order written; none where nothing is said. `part` is "" for the package itself. */
export function readRelationships(
  archive: Pick<ZipPackage, "read">,
  part: string,
  limits: Limits,
): readonly Relationship[] {
  const { name, folder } = relationshipPart(part);
  const bytes = archive.read(name);
  return bytes === undefined ? [] : relationshipsIn(bytes, folder, limits);
}

/** The part that says what `part` points to, and the folder from which it names its targets. */
export function relationshipPart(part: string): { readonly name: string; readonly folder: string } {
  const folder = part.slice(0, part.lastIndexOf("/") + 1);
  return { name: `${folder}_rels/${part.slice(folder.length)}.rels`, folder };
}

/** What a part of relationships says. */
export function relationshipsIn(bytes: Buffer, folder: string, limits: Limits): readonly Relationship[] {
  const scanner = new XmlScanner(bytes, limits);
  const found: Relationship[] = [];
  for (let tag = scanner.nextTag(); tag !== END; tag = scanner.nextTag()) {
    if (tag === OPEN && scanner.name === RELATIONSHIP) found.push(readRelationship(scanner, folder));
  }
  return found;
}

function readRelationship(scanner: XmlScanner, folder: string): Relationship {
  let id = "";
  let type = "";
  let target = "";
  let isExternal = false;
  while (scanner.nextAttribute()) {
    if (scanner.attribute === ID) id = attributeText(scanner);
    else if (scanner.attribute === TYPE) type = attributeText(scanner);
    else if (scanner.attribute === TARGET) target = attributeText(scanner);
    else if (scanner.attribute === TARGET_MODE) isExternal = attributeText(scanner) === "External";
  }
  const word = type.slice(type.lastIndexOf("/") + 1);
  return { id, type: word, target: isExternal ? undefined : resolveTarget(folder, target) };
}

/** A step of nothing, `.` or `..`, or the wrong kind of stroke: rare, and all that makes a path other than it stands. */
const HAS_EMPTY_STEPS = /(?:^|\/)\.{0,2}(?:\/|$)|\\/;

/** Name of the part that `target` means when it stands in `folder`: absolute from the root, or relative. */
export function resolveTarget(folder: string, target: string): string {
  const path = target.startsWith("/") ? target.slice(1) : folder + target;
  if (!HAS_EMPTY_STEPS.test(path)) return path;
  const steps: string[] = [];
  for (const step of path.replaceAll("\\", "/").split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}
