package cn.gdpilot.rehearsal;

import cn.gdpilot.running.ApplicationOnPostgres;

@ApplicationOnPostgres
class RoundRehearsalOnPostgresTest extends RoundRehearsal {}
