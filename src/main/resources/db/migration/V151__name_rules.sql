-- Words and weights by which names are compared, as officers have edited them; the newest holds, none is ever changed.
-- Without any, the lists of the folder (or as shipped) hold.
create table name_rules (
  edition  int           primary key,
  words    varchar(200000) not null,
  weights  varchar(4000) not null,
  note     varchar(500)  not null,
  saved_by varchar(100)  not null,
  saved_at timestamp with time zone not null
);
