-- The record: lines are added and never changed; each carries a keyed hash over itself and the line before.
create table record_entry (
  seq       bigint primary key,
  at_ms     bigint       not null,
  person    varchar(64)  not null,
  office    varchar(64),
  address   varchar(64),
  action    varchar(64)  not null,
  subject   varchar(200),
  grounds   varchar(4000),
  was       varchar(4000),
  became    varchar(4000),
  model     varchar(200),
  previous  varchar(64)  not null,
  hash      varchar(64)  not null
);
create index record_entry_subject on record_entry (subject);

-- The end of the chain; its one row is the lock under which lines are added.
create table record_end (
  id    int primary key,
  seq   bigint      not null,
  hash  varchar(64) not null,
  seal  varchar(64) not null
);
insert into record_end (id, seq, hash, seal) values (1, 0, '', '');

-- The end of the chain at the close of each day, mailed to the auditor and printed: what was cut off later shows there.
create table record_anchor (
  anchored_on date primary key,
  seq   bigint      not null,
  hash  varchar(64) not null
);
