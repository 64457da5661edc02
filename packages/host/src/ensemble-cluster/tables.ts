import type { Migration } from '../database/index.ts'

/**
 * Runs, their finished parts, what could not be computed, and who is at work. The case of a run
 * stands in `setup` for as long as workers may need it.
 */
export const STEPS: readonly Migration[] = [
  {
    name: 'runs, parts, failures and workers of ensembles',
    sql: `
CREATE TABLE truce.ensemble_runs (
  id text PRIMARY KEY,
  kind text NOT NULL,
  version text NOT NULL,
  arithmetic text NOT NULL,
  setup bytea,
  draws bigint NOT NULL,
  chunk integer NOT NULL,
  keep boolean NOT NULL,
  state text NOT NULL CHECK (state IN ('running', 'stopped', 'computed')),
  begun timestamptz NOT NULL DEFAULT now(),
  watcher uuid,
  watched_until timestamptz NOT NULL
);
CREATE TABLE truce.ensemble_parts (
  run text NOT NULL REFERENCES truce.ensemble_runs ON DELETE CASCADE,
  chunk integer NOT NULL,
  part bytea NOT NULL,
  worker text NOT NULL,
  PRIMARY KEY (run, chunk)
);
ALTER TABLE truce.ensemble_parts ALTER COLUMN part SET STORAGE EXTERNAL;
CREATE TABLE truce.ensemble_failures (
  run text NOT NULL REFERENCES truce.ensemble_runs ON DELETE CASCADE,
  chunk integer NOT NULL,
  tries integer NOT NULL,
  error text NOT NULL,
  aside boolean NOT NULL,
  PRIMARY KEY (run, chunk)
);
CREATE TABLE truce.ensemble_workers (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  version text NOT NULL,
  arithmetic text NOT NULL,
  threads integer NOT NULL,
  seen timestamptz NOT NULL DEFAULT now()
)`
  }
]
