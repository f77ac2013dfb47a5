// Names of XML elements and attributes as numbers, so that a scanner over bytes compares them without making strings.

/** One more byte of a name. */
export function extendKey(key: number, byte: number): number {
  return (Math.imul(key, 31) + byte) | 0;
}

/** The number of a local name (without prefix), as the scanner gives it. ASCII only. */
export function nameKey(name: string): number {
  let key = 0;
  for (let index = 0; index < name.length; index++) key = extendKey(key, name.charCodeAt(index));
  return key;
}
