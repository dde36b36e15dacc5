package cn.gdpilot.journey;

import cn.gdpilot.running.OnPostgres;

@OnPostgres
class LimitsOnPostgresTest extends Limits {}
