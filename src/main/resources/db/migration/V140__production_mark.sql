-- A row here: a production start has used this database; no other start may.
create table production_mark (
  id    int primary key check (id = 1),
  since timestamp with time zone not null
);
