/** The tables from whose rows it follows who may see what. */
const DECIDING = ['member', 'track', 'trackmember', 'ownership', 'share', 'participant'] as const

/** Reads the mark. */
export const MARK = '(SELECT mark FROM truce.rights_mark)'

/**
 * The mark is another one as soon as a change of rights is there for others to see, whoever made it
 * by which way: the trigger writes it in the transaction of the change. It is random and no count,
 * so that no mark comes again after the database went back to a copy. Of two who change rights at
 * once the second waits for the first.
 */
export const MARK_TABLE = `
CREATE TABLE truce.rights_mark (
  one boolean PRIMARY KEY DEFAULT true CHECK (one), mark uuid NOT NULL DEFAULT gen_random_uuid());
INSERT INTO truce.rights_mark DEFAULT VALUES;
CREATE FUNCTION truce.rights_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN UPDATE truce.rights_mark SET mark = gen_random_uuid(); RETURN NULL; END $$;
${DECIDING.map(
  (
    table
  ) => `CREATE TRIGGER ${table}_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON truce.${table}
  FOR EACH STATEMENT EXECUTE FUNCTION truce.rights_changed();
ALTER TABLE truce.${table} ENABLE ALWAYS TRIGGER ${table}_changed;`
).join('\n')}`
