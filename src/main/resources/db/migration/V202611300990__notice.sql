-- Answers to a round's own questions: of the draft as a JSON object in its row, and of each submission one row an answer, with the question as it was asked.
alter table application add column extra_facts varchar(20000);
create table extra_fact (
  application_id varchar(20) not null references application (id),
  version        integer not null,
  line           integer not null,
  fact           varchar(40) not null,
  question       varchar(500) not null,
  kind           varchar(10) not null,
  answer         varchar(500) not null,
  primary key (application_id, version, fact)
);
-- Lists that a round keeps as they stood when it was opened; each released change is a further edition.
create table round_list (
  round_id varchar(20) not null references campaign_round (id),
  list     varchar(60) not null,
  edition  integer not null,
  content  varchar(200000) not null,
  primary key (round_id, list, edition)
);
