package cn.gdpilot.journey;

class DeadlineExtensionOnH2Test extends DeadlineExtension {}
