-- Why the second person does not let a round open; null where it opens, and in answers from before.
alter table round_opening add column decided_grounds varchar(2000);
