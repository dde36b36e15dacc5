package cn.gdpilot.journey;

import cn.gdpilot.running.ApplicationOnPostgres;

@ApplicationOnPostgres
class WayOfAProjectOnPostgresTest extends WayOfAProject {}
