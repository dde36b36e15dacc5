-- Reports of credit look-ups stay in the store too.
insert into kept_file (sha256, kept_at, named)
select l.report_sha256, min(l.at), true from credit_lookup l
where l.report_sha256 is not null and not exists (select 1 from kept_file k where k.sha256 = l.report_sha256)
group by l.report_sha256;
update kept_file set named = true where sha256 in (select report_sha256 from credit_lookup where report_sha256 is not null);
