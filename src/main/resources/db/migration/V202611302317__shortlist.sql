-- Lists of units, their papers and discs.

create table recommendation (
  id              varchar(90) primary key,
  round_id        varchar(20) not null references campaign_round (id),
  unit_id         varchar(64) not null references org_unit (id),
  state           varchar(20) not null,
  quota           int not null,
  destination     varchar(64) not null references org_unit (id),
  deadline        varchar(10) not null,
  table_copies    int not null,
  paper_copies    int not null,
  disc_copies     int not null,
  ranked_by       varchar(100),
  signed_by       varchar(100),
  signed_at       timestamp with time zone,
  sent_by         varchar(100),
  courier_number  varchar(100),
  sent_at         timestamp with time zone,
  arrived_at      timestamp with time zone,
  summary_sha256  varchar(64),
  -- Counts every change of a list, so that nobody overwrites unseen; settled_version is what the handler settled.
  list_version    int default 0 not null,
  settled_version int,
  -- Why an empty list is empty.
  zero_reason     varchar(2000),
  quota_source    varchar(100),
  unique (round_id, unit_id)
);
alter table receipt add foreign key (recommendation_id) references recommendation (id);

-- The quota is part of the row, so that no list can hold a place beyond it (R3.2-R3.5).
create table ranked_project (
  recommendation_id varchar(90) not null references recommendation (id),
  application_id    varchar(20) not null references application (id),
  place             int not null,
  quota             int not null,
  primary key (recommendation_id, application_id),
  unique (recommendation_id, place),
  check (place between 1 and quota)
);

-- Who changed a list when: for colleagues who look at the same page, and for the four eyes of signing.
create table ranking_change (
  recommendation_id varchar(90) not null references recommendation (id),
  version           int not null,
  changed_by        varchar(100) not null,
  changed_at        timestamp with time zone not null,
  primary key (recommendation_id, version)
);

-- Why a listed project stands elsewhere than in the order that the list started from.
create table moved_reason (
  recommendation_id varchar(90) not null references recommendation (id),
  application_id    varchar(20) not null references application (id),
  reason            varchar(2000) not null,
  primary key (recommendation_id, application_id)
);

create table left_out_reason (
  recommendation_id varchar(90) not null references recommendation (id),
  application_id    varchar(20) not null references application (id),
  reason            varchar(2000) not null,
  primary key (recommendation_id, application_id)
);

-- What was made when a list was signed, beside its table: by name, in the store.
create table list_paper (
  recommendation_id varchar(90) not null references recommendation (id),
  name              varchar(40) not null,
  sha256            varchar(64) not null,
  primary key (recommendation_id, name)
);
