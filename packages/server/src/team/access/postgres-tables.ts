import type { Migration, Postgres } from '@truce/host/database'
import { Gathering, migrate } from '@truce/host/database'
import { MARK, MARK_TABLE } from './mark.ts'
import type {
  AccessTables,
  Act,
  ActsAsked,
  RowOf,
  StandingRows,
  TableName,
  Where
} from './tables.ts'
import { TABLES } from './tables.ts'

const STEPS: readonly Migration[] = [
  {
    name: 'organisations, tracks, shares, participants and what was done with them',
    sql: `
CREATE TABLE truce.organisation (id text PRIMARY KEY, name text NOT NULL, kind text NOT NULL);
CREATE TABLE truce.member (
  organisation text REFERENCES truce.organisation, person text, role text NOT NULL, PRIMARY KEY (organisation, person));
CREATE INDEX member_person ON truce.member (person);
CREATE TABLE truce.track (
  id text PRIMARY KEY, name text NOT NULL, kind text NOT NULL, organisation text NOT NULL REFERENCES truce.organisation);
CREATE INDEX track_organisation ON truce.track (organisation);
CREATE TABLE truce.trackmember (
  track text REFERENCES truce.track, person text, organisation text NOT NULL REFERENCES truce.organisation,
  PRIMARY KEY (track, person));
CREATE INDEX trackmember_person ON truce.trackmember (person);
CREATE TABLE truce.ownership (case_id text PRIMARY KEY, organisation text NOT NULL REFERENCES truce.organisation);
CREATE INDEX ownership_organisation ON truce.ownership (organisation);
CREATE TABLE truce.share (
  case_id text REFERENCES truce.ownership, kind text, target text, may text NOT NULL, PRIMARY KEY (case_id, kind, target));
CREATE INDEX share_target ON truce.share (kind, target);
CREATE TABLE truce.participant (
  case_id text REFERENCES truce.ownership, record text, organisation text REFERENCES truce.organisation,
  party text NOT NULL, keeps text NOT NULL, state text NOT NULL, PRIMARY KEY (case_id, record, organisation));
CREATE INDEX participant_organisation ON truce.participant (organisation);
CREATE UNIQUE INDEX participant_party ON truce.participant (case_id, record, party) WHERE state = 'on';
CREATE TABLE truce.reads (
  number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, at timestamptz NOT NULL, person text NOT NULL,
  session text NOT NULL, verb text NOT NULL, resource text NOT NULL, organisation text);
CREATE INDEX reads_organisation ON truce.reads (organisation, number);
CREATE FUNCTION truce.reads_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'what was read stays noted' USING ERRCODE = '42501'; END $$;
CREATE TRIGGER reads_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON truce.reads
  FOR EACH STATEMENT EXECUTE FUNCTION truce.reads_stay();`
  },
  {
    name: 'people who made themselves known to an organisation that mediates',
    sql: `
CREATE TABLE truce.introduction (
  organisation text REFERENCES truce.organisation, person text, home text NOT NULL REFERENCES truce.organisation,
  PRIMARY KEY (organisation, person));
CREATE INDEX introduction_person ON truce.introduction (person);`
  },
  { name: 'a mark of each change of rights', sql: MARK_TABLE }
]

/** One statement, and so one moment. Rows come in the order of their keys. */
const STANDING = `
WITH members AS (SELECT organisation, person, role FROM truce.member WHERE person = ANY($1::text[])),
in_tracks AS (
  SELECT track, person, organisation FROM truce.trackmember JOIN members USING (organisation, person)),
mine AS (SELECT DISTINCT organisation FROM members),
led AS (SELECT track.* FROM truce.track JOIN mine USING (organisation)),
shares AS (
  SELECT share.* FROM truce.share JOIN mine ON kind = 'organisation' AND target = organisation UNION ALL
  SELECT share.* FROM truce.share JOIN (SELECT DISTINCT track FROM in_tracks) AS tracks ON kind = 'track' AND target = track),
parts AS (SELECT participant.* FROM truce.participant JOIN mine USING (organisation) WHERE state = 'on'),
owned AS (
  SELECT ownership.* FROM truce.ownership JOIN mine USING (organisation) UNION
  SELECT * FROM truce.ownership WHERE case_id IN (SELECT case_id FROM shares UNION ALL SELECT case_id FROM parts))
SELECT ${MARK} AS mark,
  (SELECT json_agg(members ORDER BY organisation, person) FROM members) AS members,
  (SELECT json_agg(in_tracks ORDER BY track, person) FROM in_tracks) AS "inTracks",
  (SELECT json_agg(led ORDER BY id) FROM led) AS led,
  (SELECT json_agg(owned ORDER BY case_id) FROM owned) AS owned,
  (SELECT json_agg(shares ORDER BY case_id, kind, target) FROM shares) AS shares,
  (SELECT json_agg(parts ORDER BY case_id, record, organisation) FROM parts) AS parts`

/** The tables of access in a database. */
export class PostgresTables implements AccessTables {
  private readonly database: Postgres
  private readonly notes: Gathering<Act, true>

  private constructor(database: Postgres) {
    this.database = database
    this.notes = new Gathering(async (acts) => {
      await this.keep(acts)
      return new Map()
    })
  }

  /** Brings them to their newest form first. */
  static async open(database: Postgres): Promise<PostgresTables> {
    await migrate(database, 'access', STEPS)
    return new PostgresTables(database)
  }

  async find<N extends TableName>(name: N, where: Where<N>): Promise<readonly RowOf<N>[]> {
    const { text, values } = conditions(name, where)
    // No row has one of no values: the database need not be asked, as it is not for most people's tracks.
    if (values.some(({ length }) => length === 0)) return []
    const order = TABLES[name].key.join(', ')
    const { rows } = await this.database.run(
      `SELECT * FROM truce.${name} WHERE ${text} ORDER BY ${order}`,
      values
    )
    return rowsIn(name, rows)
  }

  async standing(people: readonly string[]): Promise<StandingRows> {
    const { rows } = await this.database.run(STANDING, [people])
    const { mark, ...found } = rows[0] ?? {}
    const of = <N extends TableName>(name: N, column: string): readonly RowOf<N>[] =>
      rowsIn(name, found[column])
    return {
      mark: typeof mark === 'string' ? mark : undefined,
      members: of('member', 'members'),
      inTracks: of('trackmember', 'inTracks'),
      led: of('track', 'led'),
      owned: of('ownership', 'owned'),
      shares: of('share', 'shares'),
      parts: of('participant', 'parts')
    }
  }

  async put<N extends TableName>(name: N, row: RowOf<N>): Promise<void> {
    const texts: Readonly<Record<string, string>> = row
    const columns = Object.keys(TABLES[name].row.shape)
    const places = columns.map((_, place) => `$${place + 1}`)
    const changed = columns.map((column) => `${column} = EXCLUDED.${column}`)
    await this.database.run(
      `INSERT INTO truce.${name} (${columns.join(', ')}) VALUES (${places.join(', ')})
       ON CONFLICT (${TABLES[name].key.join(', ')}) DO UPDATE SET ${changed.join(', ')}`,
      columns.map((column) => texts[column])
    )
  }

  async drop<N extends TableName>(name: N, where: Where<N>): Promise<number> {
    const { text, values } = conditions(name, where)
    return (await this.database.run(`DELETE FROM truce.${name} WHERE ${text}`, values)).count
  }

  /** Those of several requests at once are written together. */
  async note(acts: readonly Act[]): Promise<void> {
    await Promise.all(acts.map((act) => this.notes.ask(act)))
  }

  private async keep(acts: readonly Act[]): Promise<void> {
    const column = (read: (act: Act) => string | null): (string | null)[] => acts.map(read)
    await this.database.run(
      `INSERT INTO truce.reads (at, person, session, verb, resource, organisation)
       SELECT * FROM unnest($1::timestamptz[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])`,
      [
        column((act) => act.at),
        column((act) => act.person),
        column((act) => act.session),
        column((act) => act.verb),
        column((act) => act.resource),
        column((act) => act.organisation)
      ]
    )
  }

  /** Counted for each organisation: a number of the table itself would tell how much all others did. */
  async acts({ organisation, before, most }: ActsAsked) {
    const whose =
      organisation === null ? '($1::text IS NULL AND organisation IS NULL)' : 'organisation = $1'
    const { rows } = await this.database.run(
      `WITH own AS (SELECT count(*) AS there FROM truce.reads WHERE ${whose})
       SELECT at, person, session, verb, resource, organisation, own.there FROM truce.reads, own WHERE ${whose}
       ORDER BY number DESC LIMIT $3 OFFSET (SELECT greatest(0, there + 1 - coalesce($2::bigint, there + 1)) FROM own)`,
      [organisation, before ?? null, most]
    )
    const newest = Math.min(
      Number(rows[0]?.['there'] ?? 0),
      (before ?? Number.POSITIVE_INFINITY) - 1
    )
    return rows.map((row, place) => ({
      number: newest - place,
      at: row['at'] instanceof Date ? row['at'].toISOString() : String(row['at']),
      person: String(row['person']),
      session: String(row['session']),
      verb: String(row['verb']),
      resource: String(row['resource']),
      organisation: row['organisation'] === null ? null : String(row['organisation'])
    }))
  }
}

/** Rows as they came from the database, of which nothing (`null`) is none. */
const rowsIn = <N extends TableName>(name: N, found: unknown): readonly RowOf<N>[] =>
  (Array.isArray(found) ? found : []).map((row) => TABLES[name].row.parse(row) as RowOf<N>)

/** Names of columns come from the definition of the table alone, values never into the text. */
function conditions<N extends TableName>(
  name: N,
  where: Where<N>
): { readonly text: string; readonly values: readonly (readonly string[])[] } {
  const asked: Readonly<Record<string, readonly string[] | undefined>> = where
  const columns = Object.keys(TABLES[name].row.shape).filter((column) => asked[column])
  const parts = columns.map((column, place) => `${column} = ANY($${place + 1}::text[])`)
  return {
    text: parts.length === 0 ? 'true' : parts.join(' AND '),
    values: columns.map((column) => asked[column] ?? [])
  }
}
