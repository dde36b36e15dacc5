-- By which version of a table a pair was judged and a list got its quota.
alter table duplicate_pair add column source varchar(100);
alter table recommendation add column quota_source varchar(100);
