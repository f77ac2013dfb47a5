// Numbers the Vietnamese way, for reading: 1.522, 31,79. Parsing typed numbers belongs to normalise/.

/** A number with dots between thousands and a decimal comma; at most `decimals` decimals, trailing zeros dropped. */
export function vietnameseNumber(value: number, decimals = 2): string {
  if (value >= 0 && value < 1_000 && Number.isInteger(value)) return String(value);
  const rounded = Number(Math.abs(value).toFixed(decimals));
  const [whole = "0", fraction] = rounded.toFixed(decimals).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ".");
  const tail = fraction === undefined ? "" : fraction.replace(/0+$/, "");
  const sign = value < 0 && rounded !== 0 ? "−" : "";
  return sign + grouped + (tail === "" ? "" : `,${tail}`);
}

/** Names in a row, five at most, the rest counted: «A, B và 3 đơn vị khác». `noun` names what is counted. */
export function shortList(names: readonly string[], noun = "đơn vị"): string {
  const shown = names.slice(0, 5).join(", ");
  const rest = names.length - 5;
  return rest > 0 ? `${shown} và ${rest} ${noun} khác` : shown;
}
