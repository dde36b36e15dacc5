-- True: the deadline had passed when it was extended, and what had been closed went back where it was.
alter table deadline_extension add column reopens boolean default false not null;
