-- What has arrived at the counter.

-- What a counter has received of a list, each piece once, with the moment at which it came (R4.1).
create table arrived_piece (
  recommendation_id varchar(90) not null references recommendation (id),
  kind              varchar(10) not null check (kind in ('TABLE', 'PAPER', 'DISC')),
  set_no            int not null check (set_no > 0),
  -- empty: the piece covers the whole list
  project           varchar(20) not null,
  -- false: counted by hand, without a code
  scanned           boolean not null,
  arrived_at        timestamp with time zone not null,
  received_by       varchar(100) not null,
  primary key (recommendation_id, kind, set_no, project)
);
