// Colours of a chart's series, in order: far apart in darkness, so that they differ on a black-and-white print too.

export const SERIES_COLOURS: readonly string[] = ["1F4E79", "E0A030", "7F7F7F", "6FA8DC"];
