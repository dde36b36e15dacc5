package cn.gdpilot.rehearsal;

import cn.gdpilot.running.OnPostgres;

@OnPostgres
class RoundRehearsalOnPostgresTest extends RoundRehearsal {}
