package cn.gdpilot.journey;

class LimitsOnH2Test extends Limits {}
