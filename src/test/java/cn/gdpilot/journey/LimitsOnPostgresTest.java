package cn.gdpilot.journey;

import cn.gdpilot.running.ApplicationOnPostgres;

@ApplicationOnPostgres
class LimitsOnPostgresTest extends Limits {}
