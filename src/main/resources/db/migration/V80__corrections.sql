-- What a unit asked the applicant to correct when it returned that submission: a field or a kind of material, and why.
create table correction (
  application_id varchar(20)   not null references application (id),
  version        int           not null,
  item           varchar(30)   not null,
  remark         varchar(2000) not null,
  primary key (application_id, version, item)
);
