// One sheet of the sender's with its notes: colours in its cells, comments in their part, their boxes in theirs.

import type { CellNote } from "../../model/annotation.js";
import { addressText } from "../../model/cell-address.js";
import { addRelationship, relationshipSpace } from "../../ooxml/add-relationship.js";
import type { PackageDraft } from "../../ooxml/package-draft.js";
import { readRelationships } from "../../ooxml/relationships.js";
import { attributeSet, prefixOf, type Splice } from "../../ooxml/xml-splice.js";
import { emptyComments, withNotes } from "./comment-part.js";
import { emptyDrawing, withBoxes, withoutBoxes } from "./comment-shapes.js";
import { type CellMark, markCells } from "./mark-cells.js";
import { mapSheet, type SheetMap } from "./sheet-map.js";
import type { StylePatch } from "./style-patch.js";
import { putReplies } from "./thread-replies.js";

const COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
const DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing";

export interface SheetAnnotation {
  /** Name of the sheet's part. */
  readonly name: string;
  readonly notes: readonly CellNote[];
  readonly styles: StylePatch;
  /** Namespace of the package's main parts. */
  readonly space: string;
  /** Whether another sheet is the one that opens. */
  readonly opening: "keeps" | "yields";
  /** Name of the workbook's part of persons, who speak in threads. */
  readonly persons: string | undefined;
  /** Moment of the run, ISO text. */
  readonly created: string;
}

/** Puts the notes into the sheet; one without notes loses those of an earlier copy. Untouched where nothing changes. */
export function annotateSheet(draft: PackageDraft, annotation: SheetAnnotation): void {
  const { name, notes, styles } = annotation;
  const part = draft.need(name);
  const map = mapSheet(part, draft.limits);
  const marks: CellMark[] = notes.map(({ cell, severity }) => ({
    cell,
    styleFrom: (style) => styles.marked(style, severity),
  }));
  const splices = [
    ...markCells({ part, map, marks, unmarked: (style) => styles.unmarked(style) }),
    ...(annotation.opening === "yields" ? unselected(part, map) : []),
    ...comments(draft, { ...annotation, part, map }),
  ];
  draft.change(name, splices);
  putReplies(draft, annotation);
}

function unselected(part: Buffer, { views }: SheetMap): readonly Splice[] {
  return views
    .filter((view) => view.attributes.has("tabSelected"))
    .map((view) => attributeSet(part, view, "tabSelected", "0"));
}

interface Sheet extends SheetAnnotation {
  readonly part: Buffer;
  readonly map: SheetMap;
}

/** Writes the comments; gives the change to the sheet that leads to their boxes, where it had none. */
function comments(draft: PackageDraft, sheet: Sheet): readonly Splice[] {
  const { name, notes, space } = sheet;
  const links = readRelationships(draft.source, name, draft.limits);
  const stored = links.find(({ type, target }) => type === "comments" && target !== undefined)?.target;
  if (stored === undefined && notes.length === 0) return [];
  const part = stored ?? newComments(draft, name, space);
  const before = draft.need(part);
  const after = withNotes(before, notes, draft.limits);
  if (after.part !== before) draft.put(part, after.part);
  if (after.come.length === 0 && after.gone.size === 0) return [];
  const linked = links.find(({ id }) => id === sheet.map.drawing?.attributes.get("id")?.text)?.target;
  const { drawing, splices } = linked === undefined ? newDrawing(draft, sheet) : { drawing: linked, splices: [] };
  const kept = withoutBoxes(draft.need(drawing).toString("utf8"), (cell) => after.gone.has(addressText(cell)));
  draft.put(drawing, withBoxes(kept, after.come));
  return splices;
}

function newComments(draft: PackageDraft, sheet: string, space: string): string {
  const part = draft.freeName("xl/comments", ".xml");
  draft.put(part, emptyComments(space));
  draft.addType(part, COMMENTS_TYPE);
  addRelationship(draft, { from: sheet, to: part, type: "comments" });
  return part;
}

function newDrawing(draft: PackageDraft, { name, part, map }: Sheet) {
  const drawing = draft.freeName("xl/drawings/vmlDrawing", ".vml");
  draft.put(drawing, emptyDrawing(Number(/(\d+)\.vml$/.exec(drawing)?.[1] ?? "1")));
  draft.addDefaultType("vml", DRAWING_TYPE);
  const id = addRelationship(draft, { from: name, to: drawing, type: "vmlDrawing" });
  const prefix = prefixOf(part, map.data);
  const place = map.drawing?.start ?? map.drawingPlace;
  const xml = `<${prefix}legacyDrawing xmlns:r="${relationshipSpace(draft)}" r:id="${id}"/>`;
  return { drawing, splices: [{ start: place, end: map.drawing?.end ?? place, text: xml }] };
}
