-- A row here: a start that is not production, whose people everybody knows, has used this database; production refuses it.
create table demo_mark (
  id    int primary key check (id = 1),
  since timestamp with time zone not null
);
