-- The Department's list and the ministry's ask for a round's applications of one state, of whichever unit.
create index application_of_round on application (round_id, state);
