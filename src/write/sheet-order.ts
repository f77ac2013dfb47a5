// Where an element goes in the XML of a sheet: the format fixes the order (ECMA-376, CT_Worksheet).

/** The sheet with `added` before the first of these elements, or at its end. */
export function beforeElements(xml: string, names: readonly string[], added: string): string {
  const place = new RegExp(`<(?:${names.join("|")})[ />]|</worksheet>`).exec(xml)?.index;
  if (place === undefined) throw new Error("a sheet was written without an end");
  return xml.slice(0, place) + added + xml.slice(place);
}
