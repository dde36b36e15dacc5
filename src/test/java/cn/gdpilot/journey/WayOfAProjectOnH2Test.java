package cn.gdpilot.journey;

class WayOfAProjectOnH2Test extends WayOfAProject {}
