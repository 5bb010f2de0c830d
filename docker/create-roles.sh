#!/usr/bin/env bash
# Runs once, when the database is made: the role that owns the tables (migrations) and the one that Laurel runs as,
# which owns nothing and is subject to row-level security. With LAUREL_BACKUP_PASSWORD also the one that pg_dump signs in
# as: it reads every society's rows past that security, writes none, and is the operator's alone.
set -euo pipefail

psql --set=ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname laurel \
  --set=owner_password="$LAUREL_OWNER_PASSWORD" --set=app_password="$LAUREL_APP_PASSWORD" <<'SQL'
create role laurel_owner login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password :'owner_password';
create role laurel_app login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password :'app_password';
alter database laurel owner to laurel_owner;
revoke all on database laurel from public;
grant connect, temporary on database laurel to laurel_app;
SQL

if [ -n "${LAUREL_BACKUP_PASSWORD:-}" ]; then
  psql --set=ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname laurel \
    --set=backup_password="$LAUREL_BACKUP_PASSWORD" <<'SQL'
create role laurel_backup login nosuperuser bypassrls nocreatedb nocreaterole noreplication password :'backup_password';
grant pg_read_all_data to laurel_backup;
grant connect on database laurel to laurel_backup;
SQL
fi
