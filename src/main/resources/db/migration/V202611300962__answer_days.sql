-- Working days that an answer has, so that its day moves later with the calendar only; null in those from before.
alter table objection add column answer_days int;
