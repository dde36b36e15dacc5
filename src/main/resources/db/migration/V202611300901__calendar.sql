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
  void_at                    timestamp with time zone,
  -- The year while the round is open, else null: no two open rounds of a year, however many start at once.
  open_year                  int unique,
  check (announced_at is null or void_at is null),
  check (open_year = round_year and announced_at is null and void_at is null
    or open_year is null and (announced_at is not null or void_at is not null)),
  check (city_deadline <= ministry_deadline)
);
