-- What applicants call their files and in which order they hand them in; the name stays the file's.
alter table material add column title varchar(200);
alter table material add column place int default 0 not null;
