import type { Migration } from '@truce/host/database'

/**
 * The tables that better-auth 1.7 asks for, as its own compiler writes them, in a schema of their
 * own. A test asks it whether anything is missing.
 */
const ACCOUNTS = `
CREATE SCHEMA IF NOT EXISTS truce_identity;
CREATE TABLE truce_identity."user" (
  "id" text NOT NULL PRIMARY KEY, "name" text NOT NULL, "email" text NOT NULL UNIQUE, "emailVerified" boolean NOT NULL,
  "image" text, "createdAt" timestamptz DEFAULT CURRENT_TIMESTAMP NOT NULL,
  "updatedAt" timestamptz DEFAULT CURRENT_TIMESTAMP NOT NULL,
  "administrator" boolean NOT NULL, "suspended" boolean NOT NULL);
CREATE TABLE truce_identity."session" (
  "id" text NOT NULL PRIMARY KEY, "expiresAt" timestamptz NOT NULL, "token" text NOT NULL UNIQUE,
  "createdAt" timestamptz DEFAULT CURRENT_TIMESTAMP NOT NULL, "updatedAt" timestamptz NOT NULL, "ipAddress" text,
  "userAgent" text, "userId" text NOT NULL REFERENCES truce_identity."user" ("id") ON DELETE CASCADE,
  "assuredAt" timestamptz, "usedAt" timestamptz);
CREATE TABLE truce_identity."account" (
  "id" text NOT NULL PRIMARY KEY, "accountId" text NOT NULL, "providerId" text NOT NULL,
  "userId" text NOT NULL REFERENCES truce_identity."user" ("id") ON DELETE CASCADE, "accessToken" text,
  "refreshToken" text, "idToken" text, "accessTokenExpiresAt" timestamptz, "refreshTokenExpiresAt" timestamptz,
  "scope" text, "password" text, "createdAt" timestamptz DEFAULT CURRENT_TIMESTAMP NOT NULL,
  "updatedAt" timestamptz NOT NULL, UNIQUE ("providerId", "accountId"));
CREATE TABLE truce_identity."verification" (
  "id" text NOT NULL PRIMARY KEY, "identifier" text NOT NULL, "value" text NOT NULL, "expiresAt" timestamptz NOT NULL,
  "createdAt" timestamptz DEFAULT CURRENT_TIMESTAMP NOT NULL,
  "updatedAt" timestamptz DEFAULT CURRENT_TIMESTAMP NOT NULL);
CREATE INDEX "session_userId_idx" ON truce_identity."session" ("userId");
CREATE INDEX "account_userId_idx" ON truce_identity."account" ("userId");
CREATE INDEX "verification_identifier_idx" ON truce_identity."verification" ("identifier");
`

/** Second factors, links that are used once, attempts, and what administrators did. */
const AROUND = `
CREATE TABLE truce.identity_state (name text PRIMARY KEY, value text NOT NULL);
CREATE TABLE truce.identity_codes (
  person text PRIMARY KEY REFERENCES truce_identity."user" ("id"), secret bytea NOT NULL, confirmed_at timestamptz,
  last_step bigint NOT NULL DEFAULT 0);
CREATE TABLE truce.identity_backup_codes (
  person text REFERENCES truce_identity."user" ("id"), hash text, PRIMARY KEY (person, hash));
CREATE TABLE truce.identity_passkeys (
  id text PRIMARY KEY, person text NOT NULL REFERENCES truce_identity."user" ("id"), name text NOT NULL,
  public_key bytea NOT NULL, counter bigint NOT NULL, transports text[] NOT NULL, synced boolean NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now(), used_at timestamptz, copied_at timestamptz);
CREATE INDEX identity_passkeys_of ON truce.identity_passkeys (person);
CREATE TABLE truce.identity_challenges (
  hash text PRIMARY KEY, purpose text NOT NULL, person text, expires_at timestamptz NOT NULL);
CREATE TABLE truce.identity_links (
  id text PRIMARY KEY, hash text NOT NULL UNIQUE, kind text NOT NULL CHECK (kind IN ('setup', 'invitation', 'recovery')),
  email text, organisation text, role text, administrator boolean NOT NULL DEFAULT false, person text, made_by text,
  made_at timestamptz NOT NULL DEFAULT now(), expires_at timestamptz NOT NULL, used_at timestamptz, used_by text,
  withdrawn_at timestamptz);
CREATE INDEX identity_links_to ON truce.identity_links (email);
CREATE TABLE truce.identity_recoveries (
  id text PRIMARY KEY, person text NOT NULL REFERENCES truce_identity."user" ("id"), because text NOT NULL,
  asked_by text NOT NULL, asked_at timestamptz NOT NULL DEFAULT now(), expires_at timestamptz NOT NULL,
  approved_by text, approved_at timestamptz, withdrawn_at timestamptz, CHECK (approved_by <> asked_by));
CREATE TABLE truce.identity_attempts (
  key text PRIMARY KEY, failures integer NOT NULL, last_at timestamptz NOT NULL, free_at timestamptz NOT NULL);
CREATE TABLE truce.administration (
  number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, at timestamptz NOT NULL DEFAULT now(), by text NOT NULL,
  by_name text NOT NULL, verb text NOT NULL, about text, about_name text, detail text);
CREATE OR REPLACE FUNCTION truce.refuse() RETURNS trigger LANGUAGE plpgsql AS
  $$ BEGIN RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'restrict_violation'; END $$;
CREATE TRIGGER administration_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON truce.administration
  EXECUTE FUNCTION truce.refuse('what administrators did is never changed or removed');
ALTER TABLE truce.administration ENABLE ALWAYS TRIGGER administration_stays;
`

/** Since when somebody administers, and whether a link was made by a lead. */
const WORDS = `
ALTER TABLE truce_identity."user" ADD COLUMN "administratorSince" timestamptz;
UPDATE truce_identity."user" SET "administratorSince" = now() WHERE "administrator";
ALTER TABLE truce.identity_links ADD COLUMN as_lead boolean NOT NULL DEFAULT false;
`

/** Whoever is not signed in may ask for a challenge: what has expired is found without reading all. */
const EXPIRY = 'CREATE INDEX identity_challenges_expiry ON truce.identity_challenges (expires_at);'

/** The history of the tables of accounts. */
export const STEPS: readonly Migration[] = [
  { name: 'accounts', sql: ACCOUNTS },
  { name: 'second factors, links, attempts, administration', sql: AROUND },
  { name: 'invitations by leads, administrators since when', sql: WORDS },
  { name: 'challenges by when they expire', sql: EXPIRY }
]
