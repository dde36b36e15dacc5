-- Names of applicants' accounts that differ by case only are one name. Null where two such names were given out before.
alter table applicant_account add column name_key varchar(64);
update applicant_account set name_key = lower(username)
where not exists (
  select 1 from applicant_account other
  where lower(other.username) = lower(applicant_account.username) and other.username <> applicant_account.username);
alter table applicant_account add constraint name_of_account unique (name_key);
