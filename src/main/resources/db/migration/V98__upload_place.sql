-- Where the file will stand among those of its kind, given when its upload begins; 0 = behind all others when it has come.
alter table upload add column place int default 0 not null;
