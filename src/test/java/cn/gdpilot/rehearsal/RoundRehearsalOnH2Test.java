package cn.gdpilot.rehearsal;

class RoundRehearsalOnH2Test extends RoundRehearsal {}
