-- What was made when a list was signed, beside its table: by name, in the store.
create table list_paper (
  recommendation_id varchar(90) not null references recommendation (id),
  name              varchar(40) not null,
  sha256            varchar(64) not null,
  primary key (recommendation_id, name)
);
