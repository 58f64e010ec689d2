import type { FileHandle } from 'node:fs/promises';
import type { RowHead, RowValue } from '../../report/rows/rowHead.ts';
import { type RowSink, writeAll } from './rowSink.ts';

/** Rows of a group: some MB, whatever the length of the file. */
const groupRows = 16_384;

/**
 * Rows as Apache Parquet: doubles and strings, missing values as nulls, the head as key-value
 * metadata. The same rows give the same bytes, however they are handed over.
 *
 * @param handle file to write to, at its start
 * @param head columns and metadata
 */
export async function parquetSink(handle: FileHandle, head: RowHead): Promise<RowSink> {
  const { ByteWriter, ParquetWriter } = await import('hyparquet-writer');
  const { columns, ...rest } = head;
  const writer = new ByteWriter();
  const flush = async () => {
    await writeAll(handle, writer.getBytes());
    writer.index = 0;
  };
  const parquet = new ParquetWriter({
    writer: Object.assign(writer, { flush, finish: flush }),
    createdBy: 'solarcell',
    kvMetadata: Object.entries({ ...rest, columns }).map(([key, value]) => ({
      key: `solarcell.${key}`,
      value: JSON.stringify(value),
    })),
    schema: [
      { name: 'root', num_children: columns.length },
      ...columns.map(({ name, kind }) =>
        kind === 'number'
          ? ({ name, type: 'DOUBLE', repetition_type: 'OPTIONAL' } as const)
          : ({
              name,
              type: 'BYTE_ARRAY',
              converted_type: 'UTF8',
              repetition_type: 'OPTIONAL',
            } as const),
      ),
    ],
  });
  let group: (readonly RowValue[])[] = [];
  const writeGroup = async () => {
    const rows = group;
    group = [];
    const columnData = columns.map(({ name, kind }, c) => ({
      name,
      data: rows.map((row) => kept(row[c] ?? null)),
      ...(kind === 'number' ? { encoding: 'PLAIN' as const } : {}),
    }));
    await parquet.write({ columnData, rowGroupSize: groupRows });
  };
  return {
    write: async (rows) => {
      for (const row of rows) {
        group.push(row);
        if (group.length === groupRows) await writeGroup();
      }
    },
    finish: async () => {
      if (group.length > 0) await writeGroup();
      await parquet.finish();
    },
  };
}

/** As in the formats that are text: a number that is none is missing, zero has no sign. */
function kept(value: RowValue): RowValue {
  if (typeof value !== 'number') return value;
  return Number.isFinite(value) ? value + 0 : null;
}
