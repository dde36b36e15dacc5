-- Clock and rounds. All scripts: common SQL of H2 2.x and PostgreSQL; the engine keeps its own tables beside these.

-- Business tables. Common SQL of H2 2.x and PostgreSQL; the engine keeps its own tables beside these.
create table clock_offset (
  id     int primary key check (id = 1),
  millis bigint not null
);
insert into clock_offset (id, millis) values (1, 0);

create table campaign_round (
  id                         varchar(20) primary key,
  round_year                 int not null,
  title                      varchar(200) not null,
  notice_number              varchar(100) not null,
  city_deadline              timestamp with time zone not null,
  ministry_deadline          timestamp with time zone not null,
  opened_at                  timestamp with time zone not null,
  communications_reviewed_at timestamp with time zone,
  announced_at               timestamp with time zone,
  check (city_deadline <= ministry_deadline)
);
