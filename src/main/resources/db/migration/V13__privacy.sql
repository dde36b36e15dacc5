-- Proof that the contacts of a round were erased: how many, and a digest over the applications' numbers.
create table contact_erasure (
  round_id     varchar(20) not null primary key references campaign_round (id),
  erased_at    timestamp with time zone not null,
  applications int         not null,
  versions     int         not null,
  letters      int         not null,
  digest       varchar(64) not null
);
