// A declaration file as it was read from disk: the loader sees nothing else of the outside world.

/** `path` tells its kind (`indicators/…yaml`, `units/units.csv`); `shownPath` stands in refusals. */
export interface DeclarationFile {
  /** Path below the catalogue folder, with `/`. */
  readonly path: string;
  /** Where it really lies, for messages. */
  readonly shownPath: string;
  readonly text: string;
  /** What the text says, where that is known already. */
  readonly value?: unknown;
}
