package cn.gdpilot.journey;

import cn.gdpilot.running.OnPostgres;

@OnPostgres
class WayOfAProjectOnPostgresTest extends WayOfAProject {}
