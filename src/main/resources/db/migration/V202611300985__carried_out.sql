-- What an upheld objection has changed; null where nothing was carried out, and of answers from before it was kept.
alter table objection add column carried_out varchar(20);
