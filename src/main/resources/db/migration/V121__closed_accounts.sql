-- An applicant's account that a colleague has closed; its name is not given out again, since the record names it.
alter table applicant_account add column closed_at timestamp with time zone;
alter table applicant_account add column closed_by varchar(64);
