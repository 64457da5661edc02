import type { Migration, Postgres, PostgresRow } from '@truce/host/database'
import { migrate } from '@truce/host/database'

/** A public key that somebody has published. */
export interface PaperKey {
  readonly number: number
  readonly person: string
  readonly key: string
  readonly at: string
}

/** Whom something is sealed to. */
export interface SealedTo {
  readonly person: string
  /** SHA-256 of the text of their public key. */
  readonly key: string
}

/** A paper as it was sealed once, without what is in it. */
export interface Seal {
  readonly number: number
  readonly paper: string
  readonly by: string
  readonly at: string
  readonly size: number
  readonly to: readonly SealedTo[]
}

/** What is kept of a seal. */
export interface NewSeal {
  readonly paper: string
  readonly track: string
  readonly by: string
  readonly size: number
  readonly to: readonly SealedTo[]
  readonly label: Uint8Array
  readonly body: Uint8Array
}

const STEPS: readonly Migration[] = [
  {
    name: 'sealed papers and public keys',
    sql: `
CREATE TABLE truce.paper_keys (
  number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, person text NOT NULL, key text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(), UNIQUE (person, key));
CREATE TABLE truce.paper_seals (
  number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, paper text NOT NULL,
  track text NOT NULL REFERENCES truce.track, sealed_by text NOT NULL, at timestamptz NOT NULL DEFAULT now(),
  size integer NOT NULL, people text[] NOT NULL, keys text[] NOT NULL, label bytea NOT NULL, body bytea NOT NULL);
CREATE INDEX paper_seals_track ON truce.paper_seals (track, paper, number);
CREATE FUNCTION truce.papers_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'keys and sealed papers stay as they are' USING ERRCODE = '42501'; END $$;
CREATE TRIGGER paper_keys_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON truce.paper_keys
  FOR EACH STATEMENT EXECUTE FUNCTION truce.papers_stay();
CREATE TRIGGER paper_seals_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON truce.paper_seals
  FOR EACH STATEMENT EXECUTE FUNCTION truce.papers_stay();`
  }
]

const SEAL = 'number, paper, sealed_by, at, size, people, keys'

/** Public keys and sealed papers in a database. Rows are added, and never changed or taken away. */
export class PaperShelf {
  private readonly database: Postgres

  private constructor(database: Postgres) {
    this.database = database
  }

  /** Brings the tables to their newest form first; those of access are there already. */
  static async open(database: Postgres): Promise<PaperShelf> {
    await migrate(database, 'papers', STEPS)
    return new PaperShelf(database)
  }

  /** All keys of some people, each person's oldest first. */
  async keys(people: readonly string[]): Promise<readonly PaperKey[]> {
    const { rows } = await this.database.run(
      'SELECT number, person, key, at FROM truce.paper_keys WHERE person = ANY($1::text[]) ORDER BY number',
      [people]
    )
    return rows.map((row) => ({
      number: Number(row['number']),
      person: String(row['person']),
      key: String(row['key']),
      at: instant(row['at'])
    }))
  }

  /** Publishes a key, after all that there are of that person. */
  async publish(person: string, key: string): Promise<void> {
    await this.database.run('INSERT INTO truce.paper_keys (person, key) VALUES ($1, $2)', [
      person,
      key
    ])
  }

  /** How many seals a track holds, and their bytes. */
  async held(track: string): Promise<{ readonly seals: number; readonly bytes: number }> {
    const { rows } = await this.database.run(
      'SELECT count(*) AS seals, coalesce(sum(octet_length(body)), 0) AS bytes FROM truce.paper_seals WHERE track = $1',
      [track]
    )
    return { seals: Number(rows[0]?.['seals'] ?? 0), bytes: Number(rows[0]?.['bytes'] ?? 0) }
  }

  /** Keeps what was sealed. */
  async add({ paper, track, by, size, to, label, body }: NewSeal): Promise<number> {
    const { rows } = await this.database.run(
      `INSERT INTO truce.paper_seals (paper, track, sealed_by, size, people, keys, label, body)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING number`,
      [
        ...[paper, track, by, size],
        to.map(({ person }) => person),
        to.map(({ key }) => key),
        ...[Buffer.from(label), Buffer.from(body)]
      ]
    )
    return Number(rows[0]?.['number'])
  }

  /** The seals of the papers of a track, the newest papers first; `before`: the first seal of the last seen. */
  async papers(track: string, before: number | undefined, most: number): Promise<readonly Seal[]> {
    const { rows } = await this.database.run(
      `WITH paper AS (
         SELECT paper, min(number) AS first FROM truce.paper_seals WHERE track = $1 GROUP BY paper
         HAVING $2::bigint IS NULL OR min(number) < $2 ORDER BY first DESC LIMIT $3)
       SELECT ${SEAL} FROM truce.paper_seals JOIN paper USING (paper) WHERE track = $1 ORDER BY first DESC, number`,
      [track, before ?? null, most]
    )
    return rows.map(sealOf)
  }

  /** The seals of one paper of a track, oldest first. */
  async paper(track: string, paper: string): Promise<readonly Seal[]> {
    const { rows } = await this.database.run(
      `SELECT ${SEAL} FROM truce.paper_seals WHERE track = $1 AND paper = $2 ORDER BY number`,
      [track, paper]
    )
    return rows.map(sealOf)
  }

  /** What names papers, sealed, by the numbers of their seals. */
  async labels(numbers: readonly number[]): Promise<ReadonlyMap<number, string>> {
    const { rows } = await this.database.run(
      'SELECT number, label FROM truce.paper_seals WHERE number = ANY($1::bigint[])',
      [numbers]
    )
    return new Map(rows.map((row) => [Number(row['number']), base64(row['label'])]))
  }

  /** One sealed paper. */
  async sealed(number: number): Promise<{ readonly label: string; readonly body: string }> {
    const { rows } = await this.database.run(
      'SELECT label, body FROM truce.paper_seals WHERE number = $1',
      [number]
    )
    return { label: base64(rows[0]?.['label']), body: base64(rows[0]?.['body']) }
  }
}

function sealOf(row: PostgresRow): Seal {
  const keys = texts(row['keys'])
  return {
    number: Number(row['number']),
    paper: String(row['paper']),
    by: String(row['sealed_by']),
    at: instant(row['at']),
    size: Number(row['size']),
    to: texts(row['people']).map((person, place) => ({ person, key: keys[place] ?? '' }))
  }
}

const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : [])
const instant = (value: unknown): string =>
  value instanceof Date ? value.toISOString() : String(value)
const base64 = (value: unknown): string =>
  value instanceof Uint8Array ? Buffer.from(value).toString('base64') : ''
