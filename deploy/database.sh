#!/bin/sh
# Run once by the image of the database, on an empty volume: Truce's role owns its own database and may do nothing else. The
# superuser is let in from inside the container alone.
set -eu
psql --set=ON_ERROR_STOP=1 --set=password="$TRUCE_DATABASE_PASSWORD" --username=postgres --dbname=postgres <<'SQL'
CREATE ROLE truce LOGIN PASSWORD :'password';
CREATE DATABASE truce OWNER truce;
SQL
sed -i '1i host all postgres all reject' "$PGDATA/pg_hba.conf"
