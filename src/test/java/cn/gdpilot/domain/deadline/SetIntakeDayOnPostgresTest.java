package cn.gdpilot.domain.deadline;

import cn.gdpilot.OnPostgres;

@OnPostgres
class SetIntakeDayOnPostgresTest extends SetIntakeDayTest {}
