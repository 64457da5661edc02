import { LOCKS } from '../database/locks.ts'
import type { Migration } from '../database/migrations.ts'
import { REFUSING } from '../database/refusing.ts'

/** The part of Truce whose tables these are. */
export const PART = 'cases'

/** On which it is said that a case has another newest version. */
export const CHANNEL = 'truce_cases'

/** Refuses a change of a table, also where somebody asks for a session without triggers. */
const stays = (table: string, when: string, why: string): string => {
  const name = `${table}_${when.split(' ')[0]?.toLowerCase()}`
  return `CREATE TRIGGER ${name} BEFORE ${when} ON truce.${table} EXECUTE FUNCTION truce.refuse('${why}');
ALTER TABLE truce.${table} ENABLE ALWAYS TRIGGER ${name};`
}

/**
 * A text is kept once, however many versions of however many cases have it. It is bytes, for a text
 * of PostgreSQL cannot have the character U+0000. Names are compared by their bytes.
 */
const CASES = `
SELECT pg_advisory_xact_lock(${LOCKS.recordTables});
${REFUSING}
CREATE TABLE truce.contents (sha bytea PRIMARY KEY, content bytea NOT NULL);
CREATE TABLE truce.cases (
  number integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, id text COLLATE "C" NOT NULL UNIQUE, shipped_from text,
  place text NOT NULL CHECK (place IN ('listed', 'removed', 'gone')));
CREATE INDEX cases_by_letters ON truce.cases (lower(id) text_pattern_ops);
CREATE TABLE truce.case_versions (
  case_number integer NOT NULL REFERENCES truce.cases, version integer NOT NULL CHECK (version > 0), origin text NOT NULL,
  aside boolean NOT NULL, base integer, at timestamptz NOT NULL, hash text NOT NULL,
  PRIMARY KEY (case_number, version));
CREATE INDEX case_versions_in_line ON truce.case_versions (case_number, version) WHERE NOT aside;
CREATE TABLE truce.case_files (
  case_number integer NOT NULL, version integer NOT NULL, name text COLLATE "C" NOT NULL, sha bytea NOT NULL REFERENCES truce.contents,
  PRIMARY KEY (case_number, version, name), FOREIGN KEY (case_number, version) REFERENCES truce.case_versions);
${stays('contents', 'UPDATE OR DELETE OR TRUNCATE', 'a text is never changed or removed')}
${stays('case_versions', 'UPDATE OR DELETE OR TRUNCATE', 'a version is never changed or removed')}
${stays('case_files', 'UPDATE OR DELETE OR TRUNCATE', 'a version is never changed or removed')}
${stays('cases', 'UPDATE OF number, id, shipped_from OR DELETE OR TRUNCATE', 'a case is never renamed or removed')}
`

/** What lies beside the entries of a record: see `PostgresShelf`. */
const SHELF = `
CREATE TABLE truce.shelved (
  case_id text COLLATE "C" NOT NULL, record text COLLATE "C" NOT NULL, ahead double precision NOT NULL DEFAULT 0,
  PRIMARY KEY (case_id, record));
CREATE TABLE truce.shelved_files (
  case_id text COLLATE "C" NOT NULL, record text COLLATE "C" NOT NULL, name text COLLATE "C" NOT NULL,
  sha bytea NOT NULL REFERENCES truce.contents,
  PRIMARY KEY (case_id, record, name), FOREIGN KEY (case_id, record) REFERENCES truce.shelved);
CREATE TABLE truce.shelved_looks (
  number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, case_id text COLLATE "C" NOT NULL, record text COLLATE "C" NOT NULL,
  look text NOT NULL, FOREIGN KEY (case_id, record) REFERENCES truce.shelved);
CREATE INDEX shelved_looks_of ON truce.shelved_looks (case_id, record, number);
CREATE TABLE truce.shelved_keys (
  case_id text COLLATE "C" NOT NULL, record text COLLATE "C" NOT NULL, name text COLLATE "C" NOT NULL, key bytea NOT NULL,
  PRIMARY KEY (case_id, record, name));
${stays('shelved', 'UPDATE OF case_id, record OR DELETE OR TRUNCATE', 'a record is never renamed or removed')}
${stays('shelved_files', 'UPDATE OR DELETE OR TRUNCATE', 'the text that a record began under is never changed')}
${stays('shelved_looks', 'UPDATE OR DELETE OR TRUNCATE', 'who read what is never changed or removed')}
`

/** How the tables came to be what they are. */
export const STEPS: readonly Migration[] = [
  { name: 'cases and their versions', sql: CASES },
  { name: 'what lies beside the entries of a record', sql: SHELF }
]
