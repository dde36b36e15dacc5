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

-- What an officer asked to open, and a second person's answer where one is asked; the model's instance waits for it.
create table round_opening (
  instance          varchar(64) primary key,
  title             varchar(200) not null,
  notice_number     varchar(100) not null,
  city_deadline     timestamp with time zone not null,
  ministry_deadline timestamp with time zone not null,
  second_person     boolean not null,
  asked_by          varchar(64) not null,
  asked_at          timestamp with time zone not null,
  decided_by        varchar(64),
  decided_at        timestamp with time zone,
  confirmed         boolean,
  -- Why the second person does not let the round open.
  decided_grounds   varchar(2000),
  round_id          varchar(20) unique references campaign_round (id),
  check (decided_by is null or decided_by <> asked_by),
  check (round_id is null or not second_person or coalesce(confirmed, false))
);
