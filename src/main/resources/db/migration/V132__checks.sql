-- Which further checks the Department makes of a round's projects before it ranks them; none unless said so.
create table check_plan (
  round_id  varchar(20) not null references campaign_round (id),
  kind      varchar(20) not null,
  organised boolean     not null,
  primary key (round_id, kind)
);

-- What was found at a site visit or a legal check; written once.
create table project_check (
  application_id varchar(20)   not null references application (id),
  kind           varchar(20)   not null,
  passed         boolean       not null,
  grounds        varchar(2000) not null,
  person         varchar(100)  not null,
  at             timestamp with time zone not null,
  primary key (application_id, kind)
);
