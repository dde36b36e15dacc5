package cn.gdpilot.domain.deadline.voiding;

import cn.gdpilot.OnPostgres;

@OnPostgres
class VoidRoundDataOnPostgresTest extends VoidRoundDataTest {}
