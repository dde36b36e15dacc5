-- Marks of a database, and what the folders of models held.

-- A row here: a production start has used this database; no other start may.
create table production_mark (
  id    int primary key check (id = 1),
  since timestamp with time zone not null
);

-- A row here: a start that is not production, whose people everybody knows, has used this database; production refuses it.
create table demo_mark (
  id    int primary key check (id = 1),
  since timestamp with time zone not null
);

-- What a file of the folders processes/ and forms/ held when the folder and the engine last said the same.
create table model_file (
  name   varchar(200) primary key,
  sha256 varchar(64) not null
);
