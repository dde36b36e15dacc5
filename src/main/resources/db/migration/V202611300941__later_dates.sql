-- Working days of a publicity, so that its end moves later with a holiday that is entered while it runs; null in those from before.
alter table publicity add column days int;
