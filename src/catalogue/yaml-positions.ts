// YAML text → value, and where in the text each value stands.

import { isMap, isNode, isScalar, LineCounter, parseDocument } from "yaml";
import type { DeclarationFile } from "./declaration-file.js";
import { refuse } from "./refuse.js";
import { wordYamlError } from "./word-refusal.js";

type Path = readonly PropertyKey[];

/**
 * The value of a declaration file.
 *
 * @throws UsageError `declaration` where the text is no YAML
 */
export function yamlValue(file: DeclarationFile): unknown {
  if (file.value !== undefined) return file.value;
  const positions = new LineCounter();
  const document = parseDocument(file.text, { lineCounter: positions, prettyErrors: false, logLevel: "error" });
  const first = document.errors[0];
  if (first !== undefined) {
    const { reason, allowed } = wordYamlError(first.code);
    const lastLine = file.text.trimEnd().split("\n").length;
    refuse(file, Math.min(positions.linePos(first.pos[0]).line, lastLine), reason, allowed);
  }
  try {
    return document.toJS();
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    refuse(file, 1, "tệp dùng tham chiếu «*» không đúng.", "Ghi thẳng giá trị, không dùng «&» và «*».");
  }
}

/** 1-based line of the node at `path`; of the deepest one that is there, where the path leads on to nothing. */
export function lineAt(file: DeclarationFile, path: Path): number {
  const positions = new LineCounter();
  const document = parseDocument(file.text, { lineCounter: positions, logLevel: "error" });
  let offset = document.range[0];
  for (let length = 0; length <= path.length; length += 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) offset = node.range[0];
  }
  return positions.linePos(offset).line;
}

/** 1-based line of a key inside the map at `path`; of the map itself where the key is not there. */
export function lineOfKey(file: DeclarationFile, path: Path, key: string): number {
  const positions = new LineCounter();
  const document = parseDocument(file.text, { lineCounter: positions, logLevel: "error" });
  const map = path.length === 0 ? document.contents : document.getIn(path, true);
  if (!isMap(map)) return lineAt(file, path);
  for (const pair of map.items) {
    if (isScalar(pair.key) && String(pair.key.value) === key && pair.key.range) {
      return positions.linePos(pair.key.range[0]).line;
    }
  }
  return lineAt(file, path);
}
