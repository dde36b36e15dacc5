package cn.gdpilot.domain.calendar;

import cn.gdpilot.OnPostgres;

@OnPostgres
class RoundLifeOnPostgresTest extends RoundLifeTest {}
