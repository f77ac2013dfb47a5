// A package in the making from an opened one: parts are replaced or added, every other part keeps its packed bytes.

import { DEFAULT_LIMITS, type Limits } from "./limits.js";
import { damaged } from "./package-fault.js";
import { escapeText } from "./splice-text.js";
import { type ElementSpan, findElements } from "./xml-elements.js";
import { appended, attributeSet, prefixOf, type Splice, spliced } from "./xml-splice.js";
import { ZipPackage } from "./zip-package.js";
import { copyPart, packPart, writeZip } from "./zip-writer.js";

const CONTENT_TYPES = "[Content_Types].xml";
/** Packing is most of the work; the fastest level costs a few hundred bytes. */
const LEVEL = 1;

export class PackageDraft {
  readonly limits: Limits;
  private readonly archive: ZipPackage;
  /** New contents by name, in lower case as packages compare names. */
  private readonly changed = new Map<string, { readonly name: string; readonly bytes: Buffer }>();

  private readonly dropped = new Set<string>();

  /** Faults: as `ZipPackage`. */
  constructor(bytes: Uint8Array, limits: Limits = DEFAULT_LIMITS) {
    this.archive = new ZipPackage(bytes, limits);
    this.limits = limits;
  }

  /** Unpacked bytes of a part as it is now; undefined where there is none. Faults: parts in UTF-16 are not changed here. */
  read(name: string): Buffer | undefined {
    const bytes = this.changed.get(name.toLowerCase())?.bytes ?? this.archive.read(name);
    if (bytes === undefined) return undefined;
    if (bytes[0] === 0xff || bytes[0] === 0xfe) throw damaged("nội dung XML viết sai");
    return bytes[0] === 0xef && bytes[1] === 0xbb ? bytes.subarray(3) : bytes;
  }

  /** The part, which must be there. */
  need(name: string): Buffer {
    const bytes = this.read(name);
    if (bytes === undefined) throw damaged("thiếu một phần nội dung, có thể do tải về hoặc sao chép chưa xong");
    return bytes;
  }

  /** Names of all parts, in the order of the directory. */
  get names(): readonly string[] {
    return this.archive.entries.map(({ name }) => name).filter((name) => !this.dropped.has(name.toLowerCase()));
  }

  has(name: string): boolean {
    if (this.dropped.has(name.toLowerCase())) return false;
    return this.changed.has(name.toLowerCase()) || this.archive.find(name) !== undefined;
  }

  /** Leaves a part out; what speaks of it elsewhere has to go too. */
  drop(name: string): void {
    this.dropped.add(name.toLowerCase());
  }

  /** Replaces or adds a part. */
  put(name: string, bytes: Buffer | string): void {
    const content = typeof bytes === "string" ? Buffer.from(bytes, "utf8") : bytes;
    this.changed.set(name.toLowerCase(), { name: this.archive.find(name)?.name ?? name, bytes: content });
  }

  /** Changes a part in place. */
  change(name: string, splices: readonly Splice[]): void {
    if (splices.length > 0) this.put(name, spliced(this.need(name), splices));
  }

  /** A name no part has: `xl/comments` and `.xml` → `xl/comments3.xml`. */
  freeName(start: string, ending: string): string {
    for (let number = 1; ; number += 1) {
      const name = `${start}${number}${ending}`;
      if (!this.has(name)) return name;
    }
  }

  /** Says of what type a new part is. */
  addType(part: string, type: string): void {
    this.intoTypes((prefix) => `<${prefix}Override PartName="/${escapeText(part)}" ContentType="${type}"/>`);
  }

  /** Says of what type all parts with this ending are, where nothing is said yet. */
  addDefaultType(ending: string, type: string): void {
    const wanted = { elements: ["Default"], attributes: ["Extension"] };
    const known = findElements(this.need(CONTENT_TYPES), wanted, this.limits);
    if (known.some(({ attributes }) => attributes.get("Extension")?.text.toLowerCase() === ending)) return;
    this.intoTypes((prefix) => `<${prefix}Default Extension="${ending}" ContentType="${type}"/>`);
  }

  private intoTypes(element: (prefix: string) => string): void {
    this.appendToRoot(CONTENT_TYPES, "Types", element);
  }

  /** Adds an element at the end of a part's root. */
  appendToRoot(name: string, root: string, element: (prefix: string) => string): void {
    const part = this.need(name);
    const span = only(findElements(part, { elements: [root], attributes: [] }, this.limits));
    this.change(name, [appended(part, span, element(prefixOf(part, span)))]);
  }

  /** The whole package; untouched parts are taken over packed. */
  finish(): Uint8Array {
    const old = this.archive.entries.flatMap((entry) => {
      if (this.dropped.has(entry.name.toLowerCase())) return [];
      const change = this.changed.get(entry.name.toLowerCase());
      const part =
        change === undefined ? copyPart(this.archive, entry.name) : packPart(entry.name, change.bytes, LEVEL);
      return part === undefined ? [] : [part];
    });
    const added = [...this.changed.values()].filter(({ name }) => this.archive.find(name) === undefined);
    return writeZip([...old, ...added.map(({ name, bytes }) => packPart(name, bytes, LEVEL))]);
  }

  /** For readers of whole packages: relationships. */
  get source(): Pick<ZipPackage, "read"> {
    return { read: (name) => this.read(name) };
  }
}

/** The first of the elements, which must be there. */
export function only(elements: readonly ElementSpan[]): ElementSpan {
  const [first] = elements;
  if (first === undefined) throw damaged("nội dung XML viết sai");
  return first;
}

/** Counts up the `count` of a list element, where it states one. */
export function counted(part: Buffer, list: ElementSpan, count: number): readonly Splice[] {
  return list.attributes.has("count") ? [attributeSet(part, list, "count", String(count))] : [];
}
