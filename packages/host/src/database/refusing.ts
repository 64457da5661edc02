/**
 * Makes the function by which triggers refuse. Released steps of tables contain this text: it is
 * never changed.
 */
export const REFUSING = `CREATE OR REPLACE FUNCTION truce.refuse() RETURNS trigger LANGUAGE plpgsql AS
  $$ BEGIN RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'restrict_violation'; END $$;`
