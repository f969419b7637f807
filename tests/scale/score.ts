/**
 * One worker of one way: scores a file of snapshots (NDJSON) into a file of reports. A process of its own, as it would be on a
 * machine of its own: node score.ts WAY SNAPSHOTS REPORTS CORE
 */
import { createWriteStream, mkdirSync, symlinkSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { pathToFileURL } from 'node:url';

interface Scorer {
  scoreText(text: string): string;
}

/** What a way is given: the files, and the npm package of the core as it is installed. */
interface Task {
  snapshots: string;
  reports: string;
  core: string;
}

const engines = createRequire(new URL('./engines/package.json', import.meta.url));
const scorerOf = async (core: string): Promise<Scorer> =>
  (await import(pathToFileURL(join(core, 'node.mjs')).href)).createScorer();

async function npm({ snapshots, reports, core }: Task): Promise<void> {
  const { scoreText } = await scorerOf(core);
  const file = await open(snapshots);
  await pipeline(async function* () {
    for await (const line of file.readLines()) yield `${scoreText(line)}\n`;
  }, createWriteStream(reports));
}

/** A column of texts in, a column of texts out: `SELECT plumb_score(json) FROM …` on whatever DuckDB reads. */
async function duckdb({ snapshots, reports, core }: Task): Promise<void> {
  const { DuckDBInstance, DuckDBScalarFunction, VARCHAR } = engines('@duckdb/node-api');
  const { scoreText } = await scorerOf(core);
  const connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
  connection.registerScalarFunction(
    DuckDBScalarFunction.create({
      name: 'plumb_score',
      parameterTypes: [VARCHAR],
      returnType: VARCHAR,
      mainFunction: (_: unknown, input: Chunk, output: Vector) => {
        const column = input.getColumnVector(0);
        for (let row = 0; row < input.rowCount; row += 1) output.setItem(row, scoreText(column.getItem(row) as string));
        output.flush();
      },
    }),
  );
  const table = snapshots.endsWith('.parquet')
    ? `SELECT snapshot FROM read_parquet('${snapshots}')`
    : `SELECT json::VARCHAR AS snapshot FROM read_ndjson_objects('${snapshots}')`;
  const result = await connection.stream(`SELECT plumb_score(snapshot) AS report FROM (${table})`);
  await pipeline(async function* () {
    for (let chunk: Chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
      const column = chunk.getColumnVector(0);
      for (let row = 0; row < chunk.rowCount; row += 1) yield `${column.getItem(row)}\n`;
    }
  }, createWriteStream(reports));
}

interface Vector {
  getItem(row: number): unknown;
  setItem(row: number, value: unknown): void;
  flush(): void;
}
interface Chunk {
  rowCount: number;
  getColumnVector(index: number): Vector;
}

/** A file of lines becomes a table of one column, as a table of snapshots would lie there. */
export async function toParquet(snapshots: string, parquet: string): Promise<void> {
  const { DuckDBInstance } = engines('@duckdb/node-api');
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(
    `COPY (SELECT json::VARCHAR AS snapshot FROM read_ndjson_objects('${snapshots}')) TO '${parquet}' (FORMAT parquet, ROW_GROUP_SIZE 2048)`,
  );
}

/** The executable in the server's folder of scripts, and the SQL of a cluster. @param core the command `plumb` */
async function clickhouse({ snapshots, reports, core }: Task): Promise<void> {
  const { Session } = engines('chdb');
  const data = `${reports}.clickhouse`;
  mkdirSync(join(data, 'user_scripts'), { recursive: true });
  symlinkSync(core, join(data, 'user_scripts/plumb'));
  const session = new Session(data);
  const table = `SELECT snapshot FROM file('${snapshots}', 'LineAsString', 'snapshot String')`;
  session.query(
    `INSERT INTO FUNCTION file('${reports}', 'LineAsString', 'report String')
     SELECT report FROM executable('plumb score', 'LineAsString', 'report String', (${table}))
     SETTINGS max_threads = 1`,
    'Null',
  );
  session.cleanup?.();
}

export const WAYS = { npm, duckdb, clickhouse } as const;

if (import.meta.main) {
  const [way, snapshots, reports, core] = process.argv.slice(2) as [keyof typeof WAYS, string, string, string];
  await WAYS[way]({ snapshots: resolve(snapshots), reports: resolve(reports), core: resolve(core) });
  process.exit(0);
}
