// A table as Parquet, which engines for large data read by column. The package is loaded only when one is asked for.

/** A table by columns; every column holds one kind of value, or null where the cell is empty. */
export interface ColumnTable {
  readonly columns: readonly TableColumn[];
}

export type TableColumn =
  | { readonly name: string; readonly kind: "text"; readonly values: readonly (string | null)[] }
  /** Doubles: whole đồng and persons are exact up to 9 quadrillion. */
  | { readonly name: string; readonly kind: "number"; readonly values: readonly (number | null)[] };

const TYPES = { text: "STRING", number: "DOUBLE" } as const;
const CREATED_BY = "khuyenhoc";

/** The bytes of a Parquet file, compressed with Snappy, every column nullable. Equal tables give equal bytes. */
export async function writeParquet({ columns }: ColumnTable): Promise<Uint8Array> {
  const { parquetWriteBuffer } = await import("hyparquet-writer");
  const columnData = columns.map(({ name, kind, values }) => ({
    name,
    data: [...values],
    type: TYPES[kind],
    nullable: true,
  }));
  return new Uint8Array(parquetWriteBuffer({ columnData, createdBy: CREATED_BY }));
}
